import { configuredFactors } from '../../cognito/account/auth-factors.js';
import { AuthError } from '../../cognito/errors.js';
import { canKeepPasskeys } from '../../cognito/passkeys/get-passkey.js';
import type { Decision } from '../step.js';
import type { Ask } from '../account/account-request.js';
import { asOwner } from './authorized-request.js';
import type { Arrival, Errand } from './prompt.js';

/** How long somebody is left in peace who does not want a passkey now. Milliseconds. */
const PEACE = 30 * 24 * 3_600_000;

/**
 * Offers a passkey to somebody who has none, on a device that can keep one, in a pool whose people choose how they sign
 * in. Who does not want one now is asked again in 30 days; who never wants one, never again on this device.
 */
export async function* passkeyPrompt(arrival: Arrival): AsyncGenerator<Errand, void> {
  const { config, session, typed, passkeys, now } = arrival;
  if (config.authFlow !== 'USER_AUTH' || config.passkeyPrompt === false) return;
  if (!(await passkeys.mayAsk(session.sub, typed, now())) || !(await canKeepPasskeys())) return;
  if ((await configuredFactors(await asOwner(arrival, arrival.post))).includes('passkey')) return;
  // Now, since some browsers allow a page only a moment between the click and the request.
  const { passkeyAccount } = await import('../account/passkeys.js');

  const decide: Readonly<Record<Decision, (ask: Ask, signal: AbortSignal | undefined) => Promise<unknown>>> = {
    yes: async (ask, signal) => {
      try {
        await passkeyAccount(ask).createPasskey({ signal });
      } catch (error) {
        // Made in another tab meanwhile, or in the same password manager: what was wanted is there.
        if (AuthError.from(error).code !== 'passkey-exists') throw error;
      }
      await passkeys.remember(typed);
    },
    skip: () => Promise.resolve(),
    later: () => passkeys.askLater(session.sub, now() + PEACE),
    never: () => passkeys.askLater(session.sub, null),
  };

  yield {
    step: { name: 'passkeyPrompt' },
    choices: ['yes', 'skip', 'later', 'never'],
    async answer({ choice }, { post, signal }) {
      // It is one of those above.
      const decision = choice as Decision;
      await decide[decision](async (request) => request(await asOwner(arrival, post), session), signal);
    },
  };
}
