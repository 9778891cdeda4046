import type { Challenge } from '../../cognito/sign-in/challenge.js';
import type { AuthConfig } from '../../config/config.js';
import { Resume } from '../../session/resume.js';
import type { Kept } from '../../session/resume.js';
import type { Step, Ticket } from '../step.js';

const HOUR = 3_600_000;

/** How long Cognito takes the code that a step asks for. Milliseconds. */
const LIFETIME = { confirmSignUp: 24 * HOUR, resetPassword: HOUR, verifyContact: 24 * HOUR } as const;

/** What the person was asked last: here, and after a reload too as far as that may be remembered. */
export class LatestStep {
  readonly #resume: Resume;
  readonly #now: () => number;
  readonly #challengeOf: (ticket: Ticket) => Challenge | undefined;
  #step: Step | undefined;

  /**
   * @param now Epoch milliseconds.
   * @param challengeOf What Cognito asks by a ticket.
   */
  constructor(config: AuthConfig, now: () => number, challengeOf: (ticket: Ticket) => Challenge | undefined) {
    this.#resume = new Resume(config, now);
    this.#now = now;
    this.#challengeOf = challengeOf;
  }

  /** The very step that waits for the code or link of a new account, if that is what is waited for. */
  confirming(username: string): Step | undefined {
    return this.#step?.name === 'confirmSignUp' && this.#step.username === username ? this.#step : undefined;
  }

  /** Remembers a step. */
  keep(step: Step): Step {
    this.#step = step;
    this.#resume.keep(this.#keptOf(step));
    return step;
  }

  /** Remembers what an answer that failed has changed: it may have used the Session of the challenge up. */
  keepAgain(): void {
    // Whoever has left meanwhile is not to be brought back.
    if (this.#step && this.#resume.read()?.name === 'challenge') this.keep(this.#step);
  }

  /** A reload does not bring back what was asked. */
  forget(): void {
    this.#resume.keep();
  }

  /**
   * What was asked before a reload, or the sign-in.
   *
   * @param put Puts a challenge again, by what is known of it.
   */
  async restore(put: (challenge: Challenge, username: string, expiresAt: number) => Promise<Step>): Promise<Step> {
    const { name, username = '', expiresAt = 0, delivery, challenge } = this.#resume.read() ?? {};
    if (!name || name === 'verifyContact') return this.keep({ name: 'signIn' });
    if (name !== 'challenge') return (this.#step = { name, username, ...(delivery && { delivery }) });
    try {
      if (challenge) return this.keep(await put(challenge, username, expiresAt));
    } catch {
      // Goes on below: the person begins again.
    }
    return this.keep({ name: 'signIn', username });
  }

  /** Whether somebody who is signed in was asked to verify a contact before a reload, and where the code went. */
  verifying(username: string): Pick<Kept, 'contact' | 'delivery'> | undefined {
    const kept = this.#resume.read();
    return kept?.name === 'verifyContact' && kept.username === username ? kept : undefined;
  }

  /** Nothing of a step that somebody can get back to by themselves. */
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
    const challenge = 'ticket' in step ? this.#challengeOf(step.ticket) : undefined;
    if (!challenge || !('ticket' in step)) return undefined;
    const { username, expiresAt = 0 } = step.ticket;
    return { name: 'challenge', challenge, username, expiresAt };
  }
}
