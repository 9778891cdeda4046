import type { AuthConfig } from '../../config/config.js';
import type { Challenge, Means } from '../../cognito/sign-in/challenge.js';
import type { SigningDevice } from '../../cognito/device.js';
import { AuthError } from '../../cognito/errors.js';
import { Prover } from '../../cognito/prover.js';
import { answerChallenge, askAgain, offerSignIn, startAgain, startSignIn } from '../../cognito/sign-in/start.js';
import type { Asking, Reply } from '../../cognito/sign-in/start.js';
import type { Devices } from '../../session/devices.js';
import type { PasskeyMemory } from '../../session/passkey-memory.js';
import type { Session } from '../../session/session.js';
import type { Snooze } from '../../session/snooze.js';
import { arrive } from '../prompts/run-prompts.js';
import type { ArrivalServices } from '../prompts/run-prompts.js';
import type { Attempt } from '../attempt.js';
import type { Arrival } from '../prompts/prompt.js';
import type { LatestStep } from './pending-step.js';
import type { Enter } from './sign-up.js';
import type { Proofs } from '../proofs.js';
import type { Step, Ticket } from '../step.js';
import type { Pending } from '../tickets.js';

const MINUTE = 60_000;

/** What a sign-in reads, keeps and leaves behind. */
interface SignInServices extends ArrivalServices {
  readonly config: AuthConfig;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly proofs: Proofs;
  readonly devices: Devices;
  readonly passkeys: PasskeyMemory;
  readonly snooze: Snooze;
  readonly latest: LatestStep;
  /** Best effort, for tokens that nobody wants any more. */
  readonly revoke: (refreshToken: string) => void;
}

/** Leads people from who they say they are to a session, question by question. */
export class SignIns {
  readonly #services: SignInServices;

  constructor(services: SignInServices) {
    this.#services = services;
  }

  /** InitiateAuth, by what somebody typed. */
  async enter(attempt: Attempt, input: Parameters<Enter>[0]): Promise<Step> {
    const { config } = this.#services;
    const { authFlow = config.authFlow ?? 'USER_SRP_AUTH', username } = input;
    return this.#begin(attempt, username, (means) => startSignIn(authFlow, input, means));
  }

  /** Answers once somebody has taken the passkey that the browser offers them. */
  offer(attempt: Attempt, username: string): Promise<Step> {
    return this.#begin(attempt, username, (means) => offerSignIn(username, means));
  }

  /** Goes once more to where a challenge was, or to the choice before it. */
  again(attempt: Attempt, { username }: Ticket, challenge: Challenge, another: boolean): Promise<Step> {
    return this.#begin(attempt, username, (means) => startAgain(challenge, another, means));
  }

  /** Asks what was asked before a reload. */
  async resume(attempt: Attempt, challenge: Challenge, username: string, expiresAt: number): Promise<Step> {
    const asking = await askAgain(challenge, attempt.post);
    const device = await this.#services.devices.in(challenge.userId);
    return this.#asking(asking, username, attempt, device, expiresAt);
  }

  /** Goes on with somebody who is signed in, and was asked to verify a contact before a reload. */
  return(attempt: Attempt, session: Session, sent: Arrival['sent']): Promise<Step> {
    return this.#arrive({ session, typed: session.username, newDevice: undefined, sent }, attempt);
  }

  async #begin(attempt: Attempt, username: string, start: (means: Means) => Promise<Reply>): Promise<Step> {
    const device = await this.#services.devices.in(username);
    return this.#stepOf(await start(this.#means(attempt, username, device)), username, attempt, device);
  }

  #means({ post, signal }: Attempt, username: string, device: SigningDevice): Means {
    const { now, passkeys, proofs } = this.#services;
    return { post, signal, now, device, prover: new Prover(proofs.take, now), passkey: passkeys.of(username) };
  }

  async #stepOf(reply: Reply, username: string, attempt: Attempt, device: SigningDevice): Promise<Step> {
    if (!('tokens' in reply)) return this.#asking(reply, username, attempt, device);
    const { keeper, latest, revoke } = this.#services;
    if (attempt.isOver()) {
      if (reply.tokens.refreshToken) revoke(reply.tokens.refreshToken);
      throw new AuthError('cancelled');
    }
    const session = await keeper.begin(reply.tokens);
    // What was asked on the way is answered.
    latest.forget();
    return this.#arrive({ session, typed: username, newDevice: reply.newDevice }, attempt);
  }

  #asking(
    { question, challenge }: Asking,
    username: string,
    { clientMetadata: told }: Pick<Attempt, 'clientMetadata'>,
    device: SigningDevice,
    expiresAt?: number,
  ): Step {
    if (question.name === 'unsupported') return question;
    const { config, now, tickets } = this.#services;
    const pending: Pending = async (input, attempt) => {
      const reply = await answerChallenge(challenge, input, this.#means(attempt, username, device));
      return this.#stepOf(
        reply,
        username,
        { ...attempt, clientMetadata: { ...told, ...attempt.clientMetadata } },
        device,
      );
    };
    const end = expiresAt ?? now() + (config.authSessionValidity ?? 3) * MINUTE;
    return { ...question, ticket: tickets.issue(username, { pending, challenge, clientMetadata: told }, end) };
  }

  /** What somebody comes with who has just signed in, and to what. */
  #arrive(who: Pick<Arrival, 'session' | 'typed' | 'newDevice' | 'sent'>, attempt: Attempt): Promise<Step> {
    const { config, devices, passkeys, snooze, now, ...arrival } = this.#services;
    return arrive({ config, devices, passkeys, snooze, now, ...who }, arrival, attempt);
  }
}
