import { isChallengeOver } from '../../cognito/failures.js';
import { hasOwn } from '../../cognito/own.js';
import type { PendingChallenge } from '../../cognito/sign-in/challenge.js';
import type { AuthConfig } from '../../config/config.js';
import { Resume } from '../../session/resume.js';
import type { Kept } from '../../session/resume.js';
import type { Step, Ticket } from '../step.js';

const HOUR = 3_600_000;

/** How long Cognito accepts the code of a step. Milliseconds. */
const LIFETIME = { confirmSignUp: 24 * HOUR, resetPassword: HOUR, verifyContact: 24 * HOUR } as const;

/** The latest step of the page, and what of it survives a reload. */
export class PendingStep {
  readonly #resume: Resume;
  readonly #now: () => number;
  readonly #challengeOf: (ticket: Ticket) => PendingChallenge | undefined;
  #step: Step | undefined;

  /**
   * @param now Epoch milliseconds.
   * @param challengeOf The challenge behind a ticket.
   */
  constructor(config: AuthConfig, now: () => number, challengeOf: (ticket: Ticket) => PendingChallenge | undefined) {
    this.#resume = new Resume(config, now);
    this.#now = now;
    this.#challengeOf = challengeOf;
  }

  /** The step that waits for the code or link of this new account. */
  confirming(username: string): Step | undefined {
    return this.#step?.name === 'confirmSignUp' && this.#step.username === username ? this.#step : undefined;
  }

  /** Makes this step the pending one. */
  keep(step: Step): Step {
    this.#step = step;
    this.#resume.keep(this.#keptOf(step));
    return step;
  }

  /** Stores what a failed answer has changed: it may have used up the Session of the challenge. */
  keepAgain(): void {
    // A step that was forgotten meanwhile must not come back.
    if (this.#step && this.#resume.read()?.name === 'challenge') this.keep(this.#step);
  }

  /** A reload does not bring the step back, and nothing of it is held. */
  forget(): void {
    this.#step = undefined;
    this.#resume.keep();
  }

  /**
   * The step from before a reload, or the sign-in.
   *
   * @param isOver Whether a later attempt has begun, whose step is the pending one.
   * @param put Puts a challenge to the user again.
   */
  async restore(
    isOver: () => boolean,
    put: (challenge: PendingChallenge, username: string, expiresAt: number) => Promise<Step>,
  ): Promise<Step> {
    if (isOver()) return { name: 'signIn' };
    const { name, username = '', expiresAt = 0, delivery, challenge } = this.#resume.read() ?? {};
    if (!name || name === 'verifyContact') return this.keep({ name: 'signIn' });
    if (name !== 'challenge') return (this.#step = { name, username, ...(delivery && { delivery }) });
    const signIn: Step = { name: 'signIn', username };
    if (!challenge) return this.keep(signIn);
    try {
      const step = await put(challenge, username, expiresAt);
      return isOver() ? step : this.keep(step);
    } catch (error) {
      // The challenge waits for the next reload, unless Cognito has said that it is over.
      return isChallengeOver(error) && !isOver() ? this.keep(signIn) : signIn;
    }
  }

  /** Whether this user, who is signed in, was asked to verify a contact before a reload, and where the code was sent. */
  verifying(username: string): Pick<Kept, 'contact' | 'delivery'> | undefined {
    const kept = this.#resume.read();
    return kept?.name === 'verifyContact' && kept.username === username ? kept : undefined;
  }

  /** Nothing of a step that the user can easily get back to. */
  #keptOf(step: Step): Kept | undefined {
    if (step.name === 'confirmSignUp' || step.name === 'resetPassword') {
      const { name, username, delivery } = step;
      return { name, username, expiresAt: this.#now() + LIFETIME[name], ...(delivery && { delivery }) };
    }
    if (step.name === 'verifyContact') {
      const { name, contact, delivery, user } = step;
      const sent = { ...(contact && { contact }), ...(delivery && { delivery }) };
      return { name, username: user.username, expiresAt: this.#now() + LIFETIME[name], ...sent };
    }
    if (!hasOwn(step, 'ticket')) return undefined;
    const challenge = this.#challengeOf(step.ticket);
    if (!challenge) return undefined;
    const { username, expiresAt = 0 } = step.ticket;
    return { name: 'challenge', challenge, username, expiresAt };
  }
}
