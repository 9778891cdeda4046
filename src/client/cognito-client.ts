import type { AuthConfig, Environment } from '../config.js';
import { environmentOf } from '../cognito/environment.js';
import { AuthError } from '../cognito/errors.js';
import { isException } from '../cognito/exceptions.js';
import type { AuthErrorCode } from '../cognito/errors.js';
import type { Challenge, Means } from '../cognito/challenges.js';
import { Prover, prepareProof } from '../cognito/prover.js';
import * as registration from '../cognito/registration.js';
import { answerChallenge, startSignIn } from '../cognito/sign-in.js';
import type { Credentials, Reply } from '../cognito/sign-in.js';
import { associateSoftwareToken, preferSoftwareToken, verifySoftwareToken } from '../cognito/software-token.js';
import type { SrpProof } from '../cognito/srp.js';
import { lossOf, refreshTokens, revokeToken, signOutEverywhere } from '../cognito/tokens.js';
import { createTransport } from '../cognito/transport.js';
import type { Action, Post } from '../cognito/transport.js';
import { Keeper } from '../session/keeper.js';
import type { KeeperPort } from '../session/keeper.js';
import { attributesOf } from '../session/session.js';
import type { Session } from '../session/session.js';
import { storeOf } from '../session/store.js';
import { abortable } from './abortable.js';
import type {
  AnswerInput,
  AuthClient,
  CallOptions,
  ConfirmSignUpInput,
  ResetPasswordInput,
  SessionChange,
  SignInInput,
  SignOutInput,
  SignUpInput,
  Tokens,
  UsernameInput,
} from './auth-client.js';
import type { Step, Ticket } from './step.js';

/** Somebody who is signed in enrolls an authenticator app. */
interface Enrollment {
  readonly sub: string;
  verified?: boolean;
}

/** Somebody who created an account on this page, and has not confirmed it yet. */
type Newcomer = Pick<Credentials, 'username' | 'password' | 'session'>;

/** How long Cognito keeps a challenge, unless the app client says otherwise. */
const CHALLENGE_LIFETIME = 3 * 60_000;

/** Failures that leave open whether Cognito has done what it was asked. */
const UNANSWERED: readonly AuthErrorCode[] = [
  'bad-response',
  'cancelled',
  'delivery-failed',
  'offline',
  'service',
  'timeout',
];

/** When a page that stood still or was offline may be able to do again what it could not. */
const WAKING = ['online', 'pageshow', 'visibilitychange'] as const;

const signedIn = (session: Session): Extract<Step, { name: 'done' }> => ({
  name: 'done',
  user: { username: session.username, sub: session.sub, attributes: attributesOf(session) },
});

/** Two refusals of Cognito's are really something that it wants next. */
function detour(error: unknown, username: string): Step {
  if (isException(error, 'UserNotConfirmedException')) return { name: 'confirmSignUp', username };
  if (isException(error, 'PasswordResetRequiredException')) return { name: 'resetPassword', username };
  throw error;
}

/** The client that speaks to Cognito. Nothing happens before one of its methods is called. */
export class CognitoClient implements AuthClient {
  readonly #config: AuthConfig;
  readonly #environment: Environment;
  readonly #connect: (action?: Action) => Post;
  readonly #keeper: Keeper;
  readonly #listeners = new Set<(change: SessionChange) => void>();
  /** Challenges in progress. A ticket that is not in here has been answered, or is none of ours. */
  readonly #tickets = new WeakMap<Ticket, Challenge | Enrollment>();
  /** Names that somebody tried to sign up with, without hearing how it went. */
  readonly #unanswered = new Set<string>();
  /** Best effort, for tokens that nobody wants any more. */
  readonly #revoke = (refreshToken: string) => void revokeToken(this.#connect(), refreshToken).catch(() => undefined);
  readonly #wake = () => void this.#keeper.wake();
  #newcomer: Newcomer | undefined;
  #proof: Promise<SrpProof> | undefined;
  /** Counts what may end in a session or without one. Only the latest does. */
  #attempt = 0;

  /** @param config One that has been checked. */
  constructor(config: AuthConfig) {
    this.#config = config;
    this.#environment = environmentOf(config.environment);
    this.#connect = createTransport(config, this.#environment);
    const store = storeOf(config.storage, () => this.#tell({ name: 'degraded' }));
    const port: KeeperPort = {
      refresh: (refreshToken) => refreshTokens(this.#connect(), refreshToken),
      revoke: this.#revoke,
      ended: (reason) => this.#tell({ name: 'ended', reason }),
    };
    this.#keeper = new Keeper(config, store, port, this.#environment);
  }

  restore(_: void, signal?: AbortSignal): Promise<Step> {
    const restored = this.#keeper.restore();
    return abortable(
      restored.then((session) => (session ? signedIn(session) : { name: 'signIn' })),
      signal,
    );
  }

  signIn(input: SignInInput, signal?: AbortSignal): Promise<Step> {
    const attempt = (this.#attempt += 1);
    if (input.username !== this.#newcomer?.username) this.#newcomer = undefined;
    return this.#flow(input, signal, (post) => this.#enter(post, input, attempt, signal));
  }

  answer(input: AnswerInput, signal?: AbortSignal): Promise<Step> {
    const { ticket } = input;
    const pending = this.#tickets.get(ticket);
    if (!pending) return Promise.reject(new AuthError('challenge-expired'));
    // Out of reach while its answer is awaited: a second one would only count as one more wrong code.
    this.#tickets.delete(ticket);
    const attempt = (this.#attempt += 1);
    return this.#flow({ ...input, username: ticket.username }, signal, async (post) => {
      try {
        if ('sub' in pending) return await this.#enroll(post, pending, input);
        const reply = await answerChallenge(pending, input, this.#means(post, signal));
        return await this.#stepOf(reply, ticket.username, attempt, signal);
      } catch (error) {
        if (AuthError.from(error).code !== 'challenge-expired') this.#tickets.set(ticket, pending);
        throw error;
      }
    });
  }

  signUp(input: SignUpInput, signal?: AbortSignal): Promise<Step> {
    const { username } = input;
    const attempt = (this.#attempt += 1);
    return this.#flow(input, signal, async (post) => {
      const isRepeated = this.#unanswered.has(username);
      try {
        const { confirmed, delivery, session } = await registration.signUp(post, input);
        this.#unanswered.delete(username);
        this.#newcomer = { ...input, ...(session && { session }) };
        if (!confirmed) return { name: 'confirmSignUp', username, ...(delivery && { delivery }) };
      } catch (error) {
        // Most likely by this very person, a moment ago.
        if (isRepeated && isException(error, 'UsernameExistsException')) {
          this.#newcomer = input;
          return { name: 'confirmSignUp', username };
        }
        if (UNANSWERED.includes(AuthError.from(error).code)) this.#unanswered.add(username);
        throw error;
      }
      return this.#enter(post, input, attempt, signal);
    });
  }

  confirmSignUp(input: ConfirmSignUpInput, signal?: AbortSignal): Promise<Step> {
    const { username } = input;
    const attempt = (this.#attempt += 1);
    return this.#flow(input, signal, async (post) => {
      const newcomer = this.#newcomer?.username === username ? this.#newcomer : undefined;
      const session = await registration.confirmSignUp(post, { ...input, session: newcomer?.session });
      this.#newcomer = undefined;
      const welcome: Step = { name: 'signIn', username, notice: 'confirmed' };
      if (!newcomer || this.#config.autoSignIn === false) return welcome;
      try {
        return await this.#welcome(post, newcomer, session, attempt, signal);
      } catch {
        // The account is confirmed all the same.
        return welcome;
      }
    });
  }

  resendSignUpCode(input: UsernameInput, signal?: AbortSignal): Promise<Step> {
    const { username } = input;
    return this.#flow(input, signal, async (post) => {
      const delivery = await registration.resendSignUpCode(post, username);
      if (delivery === 'confirmed') return { name: 'signIn', username, notice: 'confirmed' };
      return { name: 'confirmSignUp', username, ...(delivery && { delivery }) };
    });
  }

  forgotPassword(input: UsernameInput, signal?: AbortSignal): Promise<Step> {
    const { username } = input;
    return this.#flow(input, signal, async (post) => {
      await registration.forgotPassword(post, username);
      return { name: 'resetPassword', username };
    });
  }

  resetPassword(input: ResetPasswordInput, signal?: AbortSignal): Promise<Step> {
    const { username } = input;
    return this.#flow(input, signal, async (post) => {
      await registration.resetPassword(post, input);
      return { name: 'signIn', username, notice: 'password-reset' };
    });
  }

  setUpTotp(_: void, signal?: AbortSignal): Promise<Step> {
    const enrolled = this.#keeper.fresh().then(async ({ sub, username, accessToken }): Promise<Step> => {
      const { secret } = await associateSoftwareToken(this.#connect({ signal }), { AccessToken: accessToken });
      return { name: 'totpSetup', secret, ticket: this.#ticket(username, { sub }) };
    });
    return abortable(enrolled, signal);
  }

  async signOut({ global = false }: SignOutInput, signal?: AbortSignal): Promise<Step> {
    this.#attempt += 1;
    this.#newcomer = undefined;
    const session = await abortable(this.#keeper.end(), signal);
    if (session) {
      this.#tell({ name: 'ended', reason: 'user' });
      const told = this.#tellCognito(session, global, signal);
      if (global) await told;
      else told.catch(() => undefined);
    }
    return { name: 'signIn' };
  }

  async prepare(): Promise<void> {
    const { authFlow } = this.#config;
    if (authFlow === 'USER_PASSWORD_AUTH' || authFlow === 'CUSTOM_WITHOUT_SRP') return;
    try {
      await (this.#proof ??= prepareProof(this.#config.userPoolId));
    } catch {
      this.#proof = undefined;
    }
  }

  getTokens({ forceRefresh, signal }: { forceRefresh?: boolean; signal?: AbortSignal } = {}): Promise<Tokens> {
    const tokens = this.#keeper.fresh(forceRefresh).then((session) => ({
      accessToken: session.accessToken,
      idToken: session.idToken,
      expiresAt: this.#environment.now() + this.#keeper.remaining(session),
    }));
    return abortable(tokens, signal);
  }

  watch(listener: (change: SessionChange) => void): () => void {
    const listen = typeof addEventListener === 'function' && this.#listeners.size === 0;
    // An own function, so that listening twice takes stopping twice.
    const own = (change: SessionChange) => listener(change);
    this.#listeners.add(own);
    if (listen) for (const name of WAKING) addEventListener(name, this.#wake);
    return () => {
      if (!this.#listeners.delete(own) || this.#listeners.size > 0 || typeof removeEventListener !== 'function') return;
      for (const name of WAKING) removeEventListener(name, this.#wake);
    };
  }

  #flow(
    input: CallOptions & { readonly username: string },
    signal: AbortSignal | undefined,
    steps: (post: Post) => Promise<Step>,
  ): Promise<Step> {
    const post = this.#connect({ signal, clientMetadata: input.clientMetadata });
    return abortable(
      steps(post).catch((error: unknown) => detour(error, input.username)),
      signal,
    );
  }

  async #enter(post: Post, input: SignInInput, attempt: number, signal?: AbortSignal): Promise<Step> {
    const { authFlow = this.#config.authFlow ?? 'USER_SRP_AUTH' } = input;
    const reply = await startSignIn(authFlow, input, this.#means(post, signal));
    return this.#stepOf(reply, input.username, attempt, signal);
  }

  /** Signs somebody in who has just confirmed their account: by the Session of that, else by the password. */
  async #welcome(
    post: Post,
    { username, password }: Newcomer,
    session: string | undefined,
    attempt: number,
    signal?: AbortSignal,
  ): Promise<Step> {
    if (!session) return this.#enter(post, { username, ...(password && { password }) }, attempt, signal);
    const reply = await startSignIn('USER_AUTH', { username, session }, this.#means(post, signal));
    return this.#stepOf(reply, username, attempt, signal);
  }

  #means(post: Post, signal: AbortSignal | undefined): Means {
    return { post, signal, prover: new Prover(() => this.#takeProof(), this.#environment.now) };
  }

  #takeProof(): Promise<SrpProof> {
    const proof = this.#proof ?? prepareProof(this.#config.userPoolId);
    this.#proof = undefined;
    return proof;
  }

  async #stepOf(reply: Reply, username: string, attempt: number, signal?: AbortSignal): Promise<Step> {
    if ('tokens' in reply) {
      if (signal?.aborted || attempt !== this.#attempt) {
        if (reply.tokens.refreshToken) this.#revoke(reply.tokens.refreshToken);
        throw new AuthError('cancelled');
      }
      const step = signedIn(await this.#keeper.begin(reply.tokens));
      this.#tell({ name: 'started', step });
      return step;
    }
    const { question, challenge } = reply;
    return question.name === 'unsupported' ? question : { ...question, ticket: this.#ticket(username, challenge) };
  }

  #ticket(username: string, pending: Challenge | Enrollment): Ticket {
    const ticket = Object.freeze({ username, expiresAt: this.#environment.now() + CHALLENGE_LIFETIME });
    this.#tickets.set(ticket, pending);
    return ticket;
  }

  async #enroll(post: Post, pending: Enrollment, input: AnswerInput): Promise<Step> {
    const session = await this.#keeper.fresh();
    if (session.sub !== pending.sub) throw new AuthError('challenge-expired');
    const { accessToken } = session;
    if (!pending.verified) await verifySoftwareToken(post, { AccessToken: accessToken }, input);
    pending.verified = true;
    await preferSoftwareToken(post, accessToken);
    return signedIn(session);
  }

  /** What of a session that is over here has to be over at Cognito too. */
  async #tellCognito(session: Session, global: boolean, signal?: AbortSignal): Promise<void> {
    if (!global) {
      await revokeToken(this.#connect(), session.refreshToken);
      return;
    }
    const post = this.#connect({ signal });
    try {
      const isOver = this.#keeper.remaining(session) <= 0;
      const { accessToken } = isOver ? await refreshTokens(post, session.refreshToken) : session;
      await signOutEverywhere(post, accessToken);
    } catch (error) {
      // A session that Cognito has ended already is as global a sign-out as there can be.
      if (!lossOf(error)) throw error;
    }
  }

  #tell(change: SessionChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}
