import type { SigningDevice } from '../../cognito/devices/device.js';
import { AuthError } from '../../cognito/errors.js';
import { hasOwn, ownOf } from '../../cognito/own.js';
import type { Factor } from '../../cognito/choices.js';
import { answerChallenge } from '../../cognito/sign-in/answer.js';
import type { Credentials, PendingChallenge } from '../../cognito/sign-in/challenge.js';
import type { Dependencies } from '../../cognito/sign-in/dependencies.js';
import { putAgain, startAgain } from '../../cognito/sign-in/replay.js';
import type { PendingQuestion, Reply } from '../../cognito/sign-in/reply.js';
import { offerSignIn, startSignIn } from '../../cognito/sign-in/start.js';
import { Prover } from '../../cognito/srp/prover.js';
import { userPoolOf } from '../../cognito/user-pool.js';
import type { AuthConfig, AuthFlow } from '../../config/config.js';
import type { Devices } from '../../session/devices.js';
import type { MethodMemory } from '../../session/method-memory.js';
import type { PasskeyMemory } from '../../session/passkey-memory.js';
import type { ReminderSnooze } from '../../session/reminder-snooze.js';
import { userPoolSession } from '../../session/user-pool-session.js';
import type { Session } from '../../session/user-pool-session.js';
import type { Attempt } from '../attempts.js';
import type { PromptContext } from '../prompts/prompt.js';
import { runPrompts } from '../prompts/run-prompts.js';
import type { PromptServices } from '../prompts/run-prompts.js';
import type { Proofs } from '../proofs.js';
import type { Step, Ticket } from '../step.js';
import type { AnswerHandler } from '../tickets.js';
import { chosenFactor, firstFactor } from './first-factor.js';
import type { PendingStep } from './pending-step.js';

const MINUTE = 60_000;

/** What a sign-in reads, and what it stores. */
export interface SignInServices extends PromptServices {
  readonly config: AuthConfig;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly proofs: Proofs;
  readonly devices: Devices;
  readonly methods: MethodMemory;
  readonly passkeys: PasskeyMemory;
  readonly snooze: ReminderSnooze;
  readonly pendingStep: PendingStep;
  /** Best effort, for tokens that are not needed any more. */
  readonly revoke: (refreshToken: string) => void;
}

/** A sign-in under way. */
interface Entrance {
  /** As it was typed. */
  readonly username: string;
  readonly device: SigningDevice;
  /** The first factor, once it is known. */
  readonly factor?: Factor | undefined;
}

/** Leads from a username to a session, step by step. */
export class SignInSteps {
  readonly #services: SignInServices;

  constructor(services: SignInServices) {
    this.#services = services;
  }

  /** InitiateAuth. */
  async start(attempt: Attempt, input: Credentials & { readonly authFlow?: AuthFlow }): Promise<Step> {
    const { config } = this.#services;
    const { authFlow = config.authFlow ?? 'USER_SRP_AUTH', username } = ownOf(input);
    const start = (dependencies: Dependencies) => startSignIn(authFlow, input, dependencies);
    return this.#begin(attempt, username, start, firstFactor(authFlow, input));
  }

  /** Resolves when the user has taken the passkey that the browser offers. */
  offerPasskey(attempt: Attempt, username: string): Promise<Step> {
    return this.#begin(attempt, username, (dependencies) => offerSignIn(username, dependencies), 'passkey');
  }

  /** Repeats the sign-in up to a challenge, or up to the choice before it. */
  startAgain(attempt: Attempt, { username }: Ticket, challenge: PendingChallenge, another: boolean): Promise<Step> {
    return this.#begin(attempt, username, (dependencies) => startAgain(challenge, another, dependencies));
  }

  /** Puts a challenge from before a reload again. */
  async resume(attempt: Attempt, challenge: PendingChallenge, username: string, expiresAt?: number): Promise<Step> {
    const device = await this.#services.devices.in(challenge.challenge.userId);
    const question = await putAgain(challenge, this.#dependencies(attempt, username, device));
    return this.#challengeToStep(question, { username, device }, attempt, expiresAt);
  }

  /** Continues with a user who is signed in, and was asked to verify a contact before a reload. */
  resumePrompts(attempt: Attempt, session: Session, sent: PromptContext['sent']): Promise<Step> {
    return this.#runPrompts({ session, typed: session.username, newDevice: undefined, sent }, attempt);
  }

  async #begin(
    attempt: Attempt,
    username: string,
    start: (dependencies: Dependencies) => Promise<Reply>,
    factor?: Factor,
  ): Promise<Step> {
    const device = await this.#services.devices.in(username);
    const reply = await start(this.#dependencies(attempt, username, device));
    return this.#replyToStep(reply, { username, device, factor }, attempt);
  }

  #dependencies({ post, signal }: Attempt, username: string, device: SigningDevice): Dependencies {
    const { config, now, passkeys, proofs } = this.#services;
    const { plainPassword = false } = config;
    const prover = new Prover(proofs.take, now);
    return { post, signal, now, device, prover, plainPassword, passkey: passkeys.of(username) };
  }

  async #replyToStep(reply: Reply, entrance: Entrance, attempt: Attempt): Promise<Step> {
    if (!hasOwn(reply, 'tokens')) return this.#challengeToStep(reply, entrance, attempt);
    const { config, keeper, methods, pendingStep, revoke } = this.#services;
    if (attempt.isOver()) {
      if (reply.tokens.refreshToken) revoke(reply.tokens.refreshToken);
      throw new AuthError('cancelled');
    }
    const session = await keeper.begin(userPoolSession(reply.tokens, userPoolOf(config)));
    const { username, factor } = entrance;
    methods.used(factor && { factor });
    // The challenges of the sign-in are answered.
    pendingStep.forget();
    return this.#runPrompts({ session, typed: username, newDevice: reply.newDevice }, attempt);
  }

  #challengeToStep(
    { question, pending }: PendingQuestion,
    entrance: Entrance,
    { clientMetadata: previous }: Pick<Attempt, 'clientMetadata'>,
    expiresAt?: number,
  ): Step {
    if (question.name === 'unsupported') return question;
    const { config, now, tickets } = this.#services;
    const { username, device } = entrance;
    const { history } = pending.progress;
    const before = history ? firstFactor(history.flow, history.credentials) : entrance.factor;
    const handle: AnswerHandler = async (input, attempt) => {
      const factor = question.name === 'selectFactor' ? chosenFactor(question.factors, input) : before;
      const reply = await answerChallenge(pending, input, this.#dependencies(attempt, username, device));
      const clientMetadata = { ...previous, ...attempt.clientMetadata };
      return this.#replyToStep(reply, { username, device, factor }, { ...attempt, clientMetadata });
    };
    const end = expiresAt ?? now() + (config.authSessionValidity ?? 3) * MINUTE;
    const waiting = { handle, challenge: pending, clientMetadata: previous };
    return { ...question, ticket: tickets.issue(username, waiting, end) };
  }

  #runPrompts(user: Pick<PromptContext, 'session' | 'typed' | 'newDevice' | 'sent'>, attempt: Attempt): Promise<Step> {
    const { config, devices, passkeys, snooze, now, ...services } = this.#services;
    return runPrompts({ config, devices, passkeys, snooze, now, ...user }, services, attempt);
  }
}
