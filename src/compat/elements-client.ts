import type { AuthClient } from '../client/auth-client.js';
import type { Step } from '../client/step.js';
import type { CompatConfig } from './compat-config.js';
import { HUB_MESSAGES } from './hub-messages.js';
import type { Teller } from './teller.js';

/** The `Auth` whose client it is. */
interface Owner {
  readonly hub: Teller;
  readonly config: CompatConfig;
}

/** The client for the elements of a page: `Hub` is told of a sign-in that was refused, and of one that follows a sign-up. */
export function elementsClient(client: AuthClient, owner: Owner): AuthClient {
  return {
    ...client,
    // Told here, and not by its requests: a sign-in is several of them, and the client has an answer to some of their refusals.
    signIn: async (input, signal) => {
      try {
        return await client.signIn(input, signal);
      } catch (error) {
        owner.hub.tellRefusal('signIn', error, HUB_MESSAGES.signIn_failure(input.username));
        throw error;
      }
    },
    signUp: async (input, signal) => tellAutoSignIn(owner, input.username, await client.signUp(input, signal)),
    confirmSignUp: async (input, signal) =>
      tellAutoSignIn(owner, input.username, await client.confirmSignUp(input, signal)),
  };
}

/** Tells what has become of the user of a new account, once it is confirmed. */
function tellAutoSignIn(owner: Owner, username: string, step: Step): Step {
  const { autoSignIn, autoSignIn_failure: failure } = HUB_MESSAGES;
  if ('user' in step) {
    owner.hub.afterSignIn.of(step.user.sub, (user) => owner.hub.tell('autoSignIn', user, autoSignIn(username)));
  }
  const isByHand = step.name === 'signIn' && step.notice === 'confirmed';
  if (isByHand && owner.config['autoSignIn'] !== false) owner.hub.tell('autoSignIn_failure', null, failure());
  return step;
}
