import { AuthError } from '../cognito/errors.js';
import type { Step, Ticket } from '../client/step.js';
import type { RawChallenge, Wire } from '../client/wire.js';

/** The challenge that a user has to answer, and how the client knows it. */
export class SignInChallenge {
  readonly #wire: Wire;
  #step: Step | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** In Cognito's words; undefined without one. */
  get raw(): RawChallenge | undefined {
    return this.#ticket && this.#wire.challengeOf(this.#ticket);
  }

  /** Takes a step of the sign-in. Its challenge, if it has one, is the one that waits. */
  take(step: Step): void {
    this.#step = step;
  }

  /**
   * The ticket for an answer.
   *
   * @param asked What the answer is for: the challenge may be one from before a reload, whose Session the app has kept.
   * @throws Error when nothing waits for an answer.
   */
  async ticketFor({
    name,
    session,
    userId,
  }: {
    name: string;
    session: string | null;
    userId: string;
  }): Promise<Ticket> {
    const { raw } = this;
    const isKept = !this.#ticket || (raw && raw.session !== session);
    if (session && isKept) this.take(await this.#wire.resume({ name, session, userId }));
    // The challenge before was answered: Cognito says so to a second answer.
    if (!this.#ticket && this.#step) throw new AuthError('challenge-expired');
    if (!this.#ticket) throw new Error(`${name} does not wait for an answer of this user. Sign in first.`);
    return this.#ticket;
  }

  /** The base32 key for an authenticator app. Where several second factors can be set up, it is chosen. */
  async totpKey(ticket: Ticket): Promise<string> {
    if (this.#step?.name === 'selectMfaType') this.take(await this.#wire.answer({ ticket, choice: 'totp' }));
    if (this.#step?.name !== 'totpSetup') throw new Error('No authenticator app is to be set up.');
    return this.#step.secret.reveal();
  }

  get #ticket(): Ticket | undefined {
    return this.#step && 'ticket' in this.#step ? this.#step.ticket : undefined;
  }
}
