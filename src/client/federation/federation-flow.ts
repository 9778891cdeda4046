import { AuthError } from '../../cognito/errors.js';
import { arrived } from '../../session/arrival.js';
import type { Attempt, Attempts } from '../attempts.js';
import type { FederateInput, FlowClient } from '../auth-client.js';
import type { Step } from '../step.js';
import type { Federation, FederationServices } from './open-federation.js';

/** The sign-in at another place. Its code is loaded when it is needed. */
export class FederationFlow implements Pick<FlowClient, 'federate'> {
  readonly #services: FederationServices & { readonly attempts: Attempts };
  #opened: Promise<Federation> | undefined;

  constructor(services: FederationServices & { readonly attempts: Attempts }) {
    this.#services = services;
  }

  federate(input: FederateInput, signal?: AbortSignal): Promise<Step> {
    const { attempts } = this.#services;
    return attempts.runLatest({ username: '' }, signal, async () =>
      (await this.#open()).departures.signIn(input, signal),
    );
  }

  /** The step of a page that a redirect has returned to; undefined when there is none. */
  async arrive(attempt: Attempt): Promise<Step | undefined> {
    return arrived() && (await this.#open()).arrivals.take(attempt);
  }

  /** Ends the session of the sign-in pages, if there is one. Never rejects: the user is signed out here. */
  async signOut(): Promise<void> {
    try {
      await (await this.#open()).departures.signOut();
    } catch {
      // The page was not left: the session there ends by itself, after an hour.
    }
  }

  #open(): Promise<Federation> {
    return (this.#opened ??= this.#load());
  }

  async #load(): Promise<Federation> {
    try {
      return (await import('./open-federation.js')).openFederation(this.#services);
    } catch (cause) {
      // The next call tries again: the network may be back.
      this.#opened = undefined;
      throw new AuthError('offline', { cause });
    }
  }
}
