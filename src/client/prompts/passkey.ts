import { configuredFactors } from '../../cognito/account/auth-factors.js';
import { AuthError } from '../../cognito/errors.js';
import { isRelyingPartyHere } from '../../cognito/passkeys/create-passkey.js';
import { canKeepPasskeys } from '../../cognito/passkeys/get-passkey.js';
import { startRegistration } from '../../cognito/passkeys/passkeys.js';
import type { AccountRequest } from '../account/account-request.js';
import type { Decision } from '../step.js';
import { authorizedRequest } from './authorized-request.js';
import type { Prompt, PromptContext } from './prompt.js';

/** How long the prompt stays away after `later`. Milliseconds. */
const SNOOZE = 30 * 24 * 3_600_000;

/**
 * Offers a passkey to a user who has none, on a device that can keep one, in a pool where users choose how they sign in and
 * whose passkeys belong to this host.
 * After `later`, it comes again in 30 days; after `never`, never on this device.
 */
export async function* passkeyPrompt(context: PromptContext): AsyncGenerator<Prompt, void> {
  const { config, session, typed, passkeys, now } = context;
  if (config.authFlow !== 'USER_AUTH' || config.passkeyPrompt === false) return;
  if (!(await passkeys.mayAsk(session.sub, typed, now())) || !(await canKeepPasskeys())) return;
  const request = await authorizedRequest(context, context.post);
  if ((await configuredFactors(request)).includes('passkey')) return;
  // Fails where the pool has no passkeys: then there is nothing to offer.
  if (!isRelyingPartyHere(await startRegistration(request))) return;
  // Loaded now, since some browsers allow only a moment between the click and the request.
  const { passkeyAccount } = await import('../account/passkeys.js');

  const decide: Readonly<
    Record<Decision, (request: AccountRequest, signal: AbortSignal | undefined) => Promise<unknown>>
  > = {
    yes: async (request, signal) => {
      try {
        await passkeyAccount(request).createPasskey({ signal });
      } catch (error) {
        // Created meanwhile in another tab, or in the same password manager: the user has a passkey.
        if (AuthError.from(error).code !== 'passkey-exists') throw error;
      }
      await passkeys.remember(typed);
    },
    skip: () => Promise.resolve(),
    later: () => passkeys.askLater(session.sub, now() + SNOOZE),
    never: () => passkeys.askLater(session.sub, null),
  };

  yield {
    step: { name: 'passkeyPrompt' },
    choices: ['yes', 'skip', 'later', 'never'],
    async answer({ choice }, { post, signal }) {
      // It is one of those above.
      const decision = choice as Decision;
      await decide[decision](async (work) => work(await authorizedRequest(context, post), session), signal);
      return decision === 'yes' ? 'passkey' : undefined;
    },
  };
}
