import { isChallengeOver } from '../cognito/failures.js';
import type { Action } from '../cognito/json-protocol.js';
import type { PendingChallenge } from '../cognito/sign-in/challenge.js';
import type { Attempt } from './attempts.js';
import type { AnswerInput } from './auth-client.js';
import type { Step, Ticket } from './step.js';

/** Processes the answer to a step, up to the next step. */
export type AnswerHandler = (input: AnswerInput, attempt: Attempt) => Promise<Step>;

/** What waits for an answer. */
interface Waiting {
  readonly handle: AnswerHandler;
  /** The challenge behind it; missing for a prompt of our own. */
  readonly challenge?: PendingChallenge;
  /** From the calls that led to it. */
  readonly clientMetadata?: Action['clientMetadata'];
}

/** The steps that wait for an answer. */
export class Tickets {
  /** A ticket that is not in here was answered, or is not one of ours. */
  #waiting = new WeakMap<Ticket, Waiting>();

  /** @param expiresAt Epoch milliseconds; missing for a step that does not expire. */
  issue(username: string, waiting: Waiting, expiresAt?: number): Ticket {
    const ticket = Object.freeze({ username, ...(expiresAt && { expiresAt }) });
    this.#waiting.set(ticket, waiting);
    return ticket;
  }

  /** The challenge behind a ticket that was not answered yet. */
  challengeOf(ticket: Ticket): PendingChallenge | undefined {
    return this.#waiting.get(ticket)?.challenge;
  }

  /** The metadata from the calls that led to a ticket that was not answered yet. */
  clientMetadataOf(ticket: Ticket): Action['clientMetadata'] {
    return this.#waiting.get(ticket)?.clientMetadata;
  }

  /** Ends every ticket, and with it what was kept to repeat the sign-in: the password, say. */
  end(): void {
    this.#waiting = new WeakMap();
  }

  /**
   * The handler for one answer to the step of a ticket. If that answer fails or is given up, the ticket can be used again.
   * Undefined when the ticket is not usable.
   */
  take(ticket: Ticket): AnswerHandler | undefined {
    // All that wait when it is taken: one that has ended by the time its answer fails stays so.
    const all = this.#waiting;
    const waiting = all.get(ticket);
    if (!waiting) return undefined;
    // Unusable while the answer is in flight: a second one would count as another wrong code.
    all.delete(ticket);
    const giveBack = () => void all.set(ticket, waiting);
    return async (input, attempt) => {
      // At once: what the user does instead may be another answer.
      attempt.signal?.addEventListener('abort', giveBack, { once: true });
      if (attempt.signal?.aborted) giveBack();
      try {
        const step = await waiting.handle(input, attempt);
        all.delete(ticket);
        return step;
      } catch (error) {
        if (!isChallengeOver(error)) giveBack();
        throw error;
      } finally {
        attempt.signal?.removeEventListener('abort', giveBack);
      }
    };
  }
}
