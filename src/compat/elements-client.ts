import type { AuthClient } from '../client/auth-client.js';
import { HUB_MESSAGES } from './hub-messages.js';
import { tellRefusal } from './teller.js';
import type { Teller } from './teller.js';

/** The client for the elements of a page: `Hub` is told of a sign-in that was refused. */
export function elementsClient(client: AuthClient, teller: Teller): AuthClient {
  return {
    ...client,
    signIn: async (input, signal) => {
      try {
        return await client.signIn(input, signal);
      } catch (error) {
        tellRefusal(teller, 'signIn', error, HUB_MESSAGES.signIn_failure(input.username));
        throw error;
      }
    },
  };
}
