import { AuthError } from '../cognito/errors.js';
import type { Action, Post } from '../cognito/json-protocol.js';
import type { Fields } from '../cognito/json.js';
import type { OperationName } from '../cognito/operations.js';
import type { IssuedTokens } from '../cognito/tokens.js';
import { userPoolOf } from '../cognito/user-pool.js';
import type { AuthConfig } from '../config/config.js';
import type { Devices } from '../session/devices.js';
import type { Keeper } from '../session/keeper.js';
import type { Kept } from '../session/session.js';
import type { SignedIn } from '../session/signed-in.js';
import { userPoolSession } from '../session/user-pool-session.js';
import type { Session } from '../session/user-pool-session.js';
import type { Attempts } from './attempts.js';
import type { AnswerInput, SignInInput } from './auth-client.js';
import type { SignInSteps } from './flows/sign-in-steps.js';
import type { Listeners } from './listeners.js';
import type { MethodRequests, RequestListener } from './method-requests.js';
import { freshTokens, signedIn } from './signed-in.js';
import type { Step, Ticket } from './step.js';
import type { Tickets } from './tickets.js';

/** A challenge in Cognito's own words. */
export interface RawChallenge {
  /** ChallengeName. */
  readonly name: string;
  /** Works once, and is a secret: with it and the user's next answer, a session begins. */
  readonly session: string;
  /** The username that answers need. */
  readonly userId: string;
  /** ChallengeParameters. */
  readonly parameters: Fields;
}

/** What a wire works with. */
interface WireServices {
  readonly config: AuthConfig;
  readonly connect: (action?: Action) => Post;
  readonly keeper: Keeper;
  readonly listeners: Listeners;
  readonly tickets: Tickets;
  readonly attempts: Attempts;
  readonly devices: Devices;
  readonly steps: SignInSteps;
  readonly refreshes: RefreshListeners;
  readonly requests: MethodRequests;
}

/** Who is told of each refresh of the session. */
export type RefreshListeners = Set<(error?: unknown) => void>;

/**
 * What another API needs of a client beyond its public methods: Cognito's own words, and the refresh token. Not public:
 * docs/decisions/0036.
 */
export class Wire {
  readonly #services: WireServices;

  constructor(services: WireServices) {
    this.#services = services;
  }

  /**
   * One request.
   *
   * @throws AuthError as everywhere; its `cause` is the exception as Cognito sent it.
   */
  post(operation: OperationName, body: Fields): Promise<Fields> {
    return this.#services.connect()(operation, body);
  }

  /** The challenge of a step that was not answered yet. */
  challengeOf(ticket: Ticket): RawChallenge | undefined {
    const pending = this.#services.tickets.challengeOf(ticket);
    if (!pending) return undefined;
    const { name, userId, parameters } = pending.challenge;
    return { name, userId, parameters, session: pending.progress.session };
  }

  /**
   * Starts a sign-in. Refusals are rejections even where a step follows from them, nothing is asked after the sign-in, and
   * nothing is kept for a reload.
   */
  signIn(input: SignInInput): Promise<Step> {
    const { attempts, steps } = this.#services;
    return attempts.runBare(input, (attempt) => steps.start(attempt, input));
  }

  /** Answers a step of {@link signIn} in the same way. */
  answer(input: AnswerInput): Promise<Step> {
    const { attempts, tickets } = this.#services;
    const handle = tickets.take(input.ticket);
    if (!handle) return Promise.reject(new AuthError('challenge-expired'));
    return attempts.runBare(input, (attempt) => handle(input, attempt));
  }

  /** The step of a challenge that was put before a reload, or by another library. */
  resume({ name, session, userId }: Omit<RawChallenge, 'parameters'>): Promise<Step> {
    const { attempts, steps } = this.#services;
    const pending = { challenge: { name, userId, parameters: {}, available: [] }, progress: { session } };
    return attempts.runBare({}, (attempt) => steps.resume(attempt, pending, userId));
  }

  /** The session in the store, fresh or not. */
  read(): Promise<Kept<SignedIn> | undefined> {
    return this.#services.keeper.read();
  }

  /**
   * A session of the user pool that is valid for a while.
   *
   * @throws AuthError `session-expired` without one.
   */
  fresh(forceRefresh = false): Promise<Session> {
    return freshTokens(this.#services.keeper, forceRefresh);
  }

  /**
   * Keeps tokens that the page has got by itself, in place of the session before.
   *
   * @throws AuthError `bad-response` when they are of another pool or client.
   */
  async begin(tokens: IssuedTokens): Promise<Session> {
    const { attempts, config, keeper, listeners } = this.#services;
    const begun = userPoolSession(tokens, userPoolOf(config));
    attempts.supersede();
    const session = await keeper.begin(begun);
    listeners.tell({ name: 'started', step: signedIn(session) });
    return session;
  }

  /** Forgets the session here, without a request. */
  async end(): Promise<void> {
    const { attempts, keeper, listeners } = this.#services;
    attempts.supersede();
    if (await keeper.end()) listeners.tell({ name: 'ended', reason: 'user' });
  }

  /** The key of the device that the user pool remembers this browser as, for this username. */
  async deviceKey(username: string): Promise<string | undefined> {
    return (await this.#services.devices.of(username))?.key;
  }

  /** Forgets a device, which Cognito does not know any more. */
  forgetDevice(key: string): Promise<void> {
    return this.#services.devices.forget(key);
  }

  /** Adds a listener to refreshes: with the error of one that has failed. Returns a function that removes it. */
  watchRefresh(listener: (error?: unknown) => void): () => void {
    const { refreshes } = this.#services;
    refreshes.add(listener);
    return () => refreshes.delete(listener);
  }

  /** Adds a listener to the requests that methods of the client send. Returns a function that removes it. */
  watchRequests(listener: RequestListener): () => void {
    const { listeners } = this.#services.requests;
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** What Lambda functions are told with the requests that methods of the client send: asked for with each of them. */
  tellFunctions(metadata: MethodRequests['metadata']): void {
    this.#services.requests.metadata = metadata;
  }
}
