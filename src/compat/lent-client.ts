import type { AuthClient } from '../client/auth-client.js';
import { readForeignConfig } from '../client/foreign-config.js';
import { lazyClient } from '../client/lazy-client.js';
import { AuthError } from '../cognito/errors.js';
import type { AuthConfig } from '../config/config.js';
import { arrived } from '../session/arrival.js';
import { hasStoredSession } from '../session/has-stored-session.js';
import { clientConfigOf } from './compat-config.js';
import type { CompatConfig } from './compat-config.js';
import { elementsClient } from './elements-client.js';
import type { Teller } from './teller.js';

/** What lends its client. */
interface Lender {
  readonly hub: Teller;
  readonly config: CompatConfig;
  /** Resolves when the storage of the page is filled. */
  filled(): Promise<void>;
  /** Opens the client, once. */
  openClient(): Promise<{ readonly client: AuthClient }>;
}

/** The client of all calls of an `Auth` for the elements of the page, before it is opened. */
export function lentClient(lender: Lender): AuthClient {
  let known: AuthConfig | undefined;
  return lazyClient({
    authFlow: () => known?.authFlow,
    create: async () => {
      try {
        return elementsClient((await lender.openClient()).client, lender);
      } catch (error) {
        // Calls reject in the words of Cognito. Elements have words of their own.
        throw error instanceof Error && error.cause instanceof AuthError ? error.cause : error;
      }
    },
    mayRestore: async () => {
      await lender.filled();
      known ??= readForeignConfig(clientConfigOf(lender.config));
      return arrived() !== undefined || hasStoredSession(known);
    },
  });
}
