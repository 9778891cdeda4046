import type { Challenge } from '../cognito/challenges.js';
import { AuthError } from '../cognito/errors.js';
import type { Post } from '../cognito/transport.js';
import type { AnswerInput } from './auth-client.js';
import type { Step, Ticket } from './step.js';

/** One thing that a person asked for. */
export interface Act {
  readonly post: Post;
  readonly signal: AbortSignal | undefined;
  /** Its number: when another has begun since, this one neither begins nor ends a session. */
  readonly attempt: number;
}

/** What is done with the answer to a question, and leads to the next step. */
export type Pending = (input: AnswerInput, act: Act) => Promise<Step>;

/** The questions that wait for an answer. */
export class Tickets {
  /** A ticket that is not in here has been answered, or is none of ours. */
  readonly #pending = new WeakMap<Ticket, Pending>();

  readonly #challenges = new WeakMap<Ticket, Challenge>();

  /**
   * @param expiresAt Epoch milliseconds; missing for a question that does not expire.
   * @param challenge What Cognito asks; missing for a question of ours.
   */
  issue(username: string, pending: Pending, expiresAt?: number, challenge?: Challenge): Ticket {
    const ticket = Object.freeze({ username, ...(expiresAt && { expiresAt }) });
    this.#pending.set(ticket, pending);
    if (challenge) this.#challenges.set(ticket, challenge);
    return ticket;
  }

  /** What Cognito asks by a ticket that has not been answered. */
  challengeOf(ticket: Ticket): Challenge | undefined {
    return this.#pending.has(ticket) ? this.#challenges.get(ticket) : undefined;
  }

  /**
   * What to do with the answer to the question of a ticket. The ticket is good for this one answer, and again where that
   * has failed. Undefined: it is not good for any.
   */
  take(ticket: Ticket): Pending | undefined {
    const pending = this.#pending.get(ticket);
    if (!pending) return undefined;
    // Out of reach while its answer is awaited: a second one would only count as one more wrong code.
    this.#pending.delete(ticket);
    return async (input, act) => {
      try {
        return await pending(input, act);
      } catch (error) {
        if (AuthError.from(error).code !== 'challenge-expired') this.#pending.set(ticket, pending);
        throw error;
      }
    };
  }
}
