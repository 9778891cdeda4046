import { arrived } from '../../session/arrival.js';
import type { Attempt, Attempts } from '../attempts.js';
import type { FederateInput, FlowClient } from '../auth-client.js';
import { LazyCode } from '../lazy-code.js';
import type { Step } from '../step.js';
import type { Federation, FederationServices } from './open-federation.js';

/** The sign-in at another place. Its code is loaded when it is needed. */
export class FederationFlow implements Pick<FlowClient, 'federate'> {
  readonly #attempts: Attempts;
  readonly #code: LazyCode<Federation>;

  constructor({ attempts, ...services }: FederationServices & { readonly attempts: Attempts }) {
    this.#attempts = attempts;
    this.#code = new LazyCode(async () => (await import('./open-federation.js')).openFederation(services));
  }

  federate(input: FederateInput, signal?: AbortSignal): Promise<Step> {
    return this.#attempts.runLatest({ username: '' }, signal, () => this.leave(input, signal));
  }

  /** Leaves the page, as a part of another call. */
  async leave(input: FederateInput, signal?: AbortSignal): Promise<never> {
    return (await this.#code.load()).departures.signIn(input, signal);
  }

  /** The step of a page that a redirect has returned to; undefined when there is none. */
  async arrive(attempt: Attempt): Promise<Step | undefined> {
    return arrived() && (await this.#code.load()).arrivals.take(attempt);
  }

  /** Ends the session of the sign-in pages, if there is one. Never rejects: the user is signed out here. */
  async signOut(): Promise<void> {
    try {
      await (await this.#code.load()).departures.signOut();
    } catch {
      // The page was not left: the session there ends by itself, after an hour.
    }
  }
}
