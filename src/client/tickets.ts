import type { Challenge } from '../cognito/sign-in/challenge.js';
import { AuthError } from '../cognito/errors.js';
import type { Action } from '../cognito/json-protocol.js';
import type { Attempt } from './attempt.js';
import type { AnswerInput } from './auth-client.js';
import type { Step, Ticket } from './step.js';

/** What is done with the answer to a question, and leads to the next step. */
export type Pending = (input: AnswerInput, attempt: Attempt) => Promise<Step>;

/** What waits for an answer. */
interface Waiting {
  readonly pending: Pending;
  /** What Cognito asks; missing for a question of ours. */
  readonly challenge?: Challenge;
  /** Of the calls that led to it. */
  readonly clientMetadata?: Action['clientMetadata'];
}

/** The questions that wait for an answer. */
export class Tickets {
  /** A ticket that is not in here has been answered, or is none of ours. */
  readonly #waiting = new WeakMap<Ticket, Waiting>();

  /** @param expiresAt Epoch milliseconds; missing for a question that does not expire. */
  issue(username: string, waiting: Waiting, expiresAt?: number): Ticket {
    const ticket = Object.freeze({ username, ...(expiresAt && { expiresAt }) });
    this.#waiting.set(ticket, waiting);
    return ticket;
  }

  /** What Cognito asks by a ticket that has not been answered. */
  challengeOf(ticket: Ticket): Challenge | undefined {
    return this.#waiting.get(ticket)?.challenge;
  }

  /** What the page told functions on the way to a question that has not been answered. */
  clientMetadataOf(ticket: Ticket): Action['clientMetadata'] {
    return this.#waiting.get(ticket)?.clientMetadata;
  }

  /**
   * What to do with the answer to the question of a ticket. The ticket is good for this one answer, and again where that
   * has failed. Undefined: it is not good for any.
   */
  take(ticket: Ticket): Pending | undefined {
    const waiting = this.#waiting.get(ticket);
    if (!waiting) return undefined;
    // Out of reach while its answer is awaited: a second one would only count as one more wrong code.
    this.#waiting.delete(ticket);
    return async (input, attempt) => {
      try {
        return await waiting.pending(input, attempt);
      } catch (error) {
        if (AuthError.from(error).code !== 'challenge-expired') this.#waiting.set(ticket, waiting);
        throw error;
      }
    };
  }
}
