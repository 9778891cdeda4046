import { arrived } from '../session/arrival.js';
import type { AuthClient, SessionChange } from '../client/auth-client.js';
import type { AuthUser, Step } from '../client/step.js';
import { AuthError } from '../cognito/errors.js';
import { saysSame } from '../cognito/says-same.js';
import { AutoSignIn } from './auth/auto-sign-in.js';
import { NoUserPoolError } from './auth-errors.js';
import { checkStorage, filledStorage, merged, warnOfIneffective } from './compat-config.js';
import type { CompatConfig } from './compat-config.js';
import { inWordsOfCognito } from './cognito-errors.js';
import { Cache } from './cache.js';
import { federatedInfoOf, federatedUserOf } from './federated-info.js';
import type { FederatedUser } from './federated-info.js';
import { HUB_MESSAGES } from './hub-messages.js';
import { lentClient } from './lent-client.js';
import { isPoolUser, nameOf } from './user-name.js';
import { openPool } from './open-pool.js';
import type { CompatUser, OpenPool } from './open-pool.js';
import { tellArrival } from './tell-arrival.js';
import { tellRequest } from './tell-request.js';
import { Teller } from './teller.js';

/** The keys that need another client. All others are read with each call. */
const OPENING = [
  'userPoolId',
  'userPoolWebClientId',
  'identityPoolId',
  'identityPoolEndpoint',
  'endpoint',
  'storage',
  'cookieStorage',
  'oauth',
  'federated',
  'auth0',
  'mandatorySignIn',
  'refreshHandlers',
] as const;

/** What the methods of one `Auth` share: its configuration, its pool, and the user whom they have signed in. */
export class AuthCore {
  #config: CompatConfig = {};
  #filled: Promise<unknown> = Promise.resolve();
  #opened: Promise<OpenPool> | undefined;
  /** What is opened, once it is. */
  #pool: OpenPool | undefined;
  readonly #asked = new WeakMap<Step, CompatUser>();
  #lent: AuthClient | undefined;
  #stop: (() => void) | undefined;
  readonly autoSignIn = new AutoSignIn();
  /** Tells what happens. */
  readonly hub = new Teller();
  #isSigningIn = false;
  /** The user of the last call that had one. */
  user: CompatUser | FederatedUser | null = null;

  get config(): CompatConfig {
    return this.#config;
  }

  /**
   * Adds to the configuration.
   *
   * @throws Error `Empty storage object` for a storage that is none. Then nothing has changed.
   */
  configure(given: CompatConfig): void {
    const before = this.#config;
    const config = merged(before, given);
    checkStorage(config);
    warnOfIneffective(config);
    this.#config = config;
    if (config.storage !== before.storage) this.#filled = filledStorage(config);
    if (OPENING.some((key) => !saysSame(config[key], before[key]))) this.#close();
    this.hub.tell('configured', null, 'The Auth category has been configured successfully');
    // Once the page has added its listeners.
    if (arrived()) queueMicrotask(() => void this.openClient().catch(() => undefined));
  }

  /** Resolves when the storage of the page is filled. Rejects with the reason of its `sync`. */
  async filled(): Promise<void> {
    await this.#filled;
  }

  /**
   * The user pool, opened once.
   *
   * @throws NoUserPoolError without one in the configuration; the reason of a `sync` of the storage that has failed.
   */
  open(): Promise<OpenPool> {
    return this.#config.userPoolId ? this.openClient() : Promise.reject(new NoUserPoolError());
  }

  /**
   * The same, where an identity pool alone will do.
   *
   * @throws NoUserPoolError without any pool in the configuration.
   */
  async openClient(): Promise<OpenPool> {
    if (!this.isConfigured) throw new NoUserPoolError();
    await this.filled();
    this.#opened ??= this.#open();
    const opened = await this.#opened;
    await opened.settled();
    return opened;
  }

  /** Whether there is a pool in the configuration. */
  get isConfigured(): boolean {
    return Boolean(this.#config.userPoolId || this.#config.identityPoolId);
  }

  /** The client of all calls, for the elements of the page. Opened when it is needed, and replaced when it has to be another. */
  get client(): AuthClient {
    return (this.#lent ??= lentClient(this));
  }

  /** The user object for a user who is signed in, as calls have it. Nothing is requested. Undefined if it is not known here. */
  userObjectOf({ username, sub }: AuthUser): CompatUser | FederatedUser | undefined {
    const { user } = this;
    if (user && (isPoolUser(user) ? user.getUsername() === username : user.id === sub)) return user;
    // The id of an identity has a region before a colon. Its user is known once it is read from the store.
    return sub.includes(':') ? undefined : this.#pool?.userOf(username);
  }

  /** The user object for whom elements ask, with the challenge as calls write it: the same one for the same step. */
  askedUserOf(step: Step): CompatUser | undefined {
    if (!('ticket' in step)) return undefined;
    const known = this.#asked.get(step);
    if (known) return known;
    const user = this.#pool?.userOf(step.ticket.username);
    user?.takeOver(step);
    if (user) this.#asked.set(step, user);
    return user;
  }

  /** Runs a sign-in by password, unless another one is running. */
  async oneAtATime<Result>(signIn: () => Promise<Result>): Promise<Result> {
    if (this.#isSigningIn) throw new Error('Pending sign-in attempt already in progress');
    this.#isSigningIn = true;
    try {
      return await signIn();
    } finally {
      this.#isSigningIn = false;
    }
  }

  /** The user of the identity pool who has just signed in. Tells `signIn`. */
  async becomeFederated(): Promise<void> {
    await this.#tellSignIn(await this.openClient());
  }

  /** Forgets the session here, after Cognito has said that it has ended. */
  async forgetSession(): Promise<void> {
    const { wire } = await this.open();
    await wire.end();
  }

  /** The metadata of a call: its own, or those of the configuration. */
  metadata(own?: CompatConfig['clientMetadata']): CompatConfig['clientMetadata'] {
    return own ?? this.#config.clientMetadata;
  }

  async #open(): Promise<OpenPool> {
    try {
      const pool = await openPool(this.#config);
      pool.wire.tellFunctions(() => this.#config.clientMetadata);
      await this.#restore(pool);
      const stops = [
        pool.client.watch((change) => void this.#notice(pool, change)),
        pool.wire.watchRefresh(this.#refreshed),
        // Calls tell by themselves, and send by the wire: what is heard is what elements do.
        pool.wire.watchRequests((...request) => void tellRequest(this.hub, pool, ...request)),
      ];
      this.#stop = () => stops.forEach((stop) => stop());
      this.#pool = pool;
      // Elements that share the client hear from it from now on.
      void this.#lent?.identity().catch(() => undefined);
      return pool;
    } catch (error) {
      // The next call tries again.
      this.#opened = undefined;
      throw inWordsOfCognito(error);
    }
  }

  /** Takes up the session of an earlier visit, or of another library; and what a redirect has brought. */
  async #restore(pool: OpenPool): Promise<void> {
    const isArrival = arrived() !== undefined;
    const step = await pool.client.restore().catch((error: unknown): Step => {
      if (!isArrival) throw error;
      return { name: 'signIn', error: AuthError.from(error) };
    });
    const user = await this.#userOf(pool);
    if (isArrival && (step.name === 'done' || step.name === 'signIn')) tellArrival(this.hub, step, user);
    if (user) this.user = user;
  }

  /** The user who is signed in, without a request; null without one. */
  async #userOf(pool: OpenPool): Promise<CompatUser | FederatedUser | null> {
    const identity = await pool.client.identity();
    Cache.mirror(identity ? federatedInfoOf(identity) : null);
    if (identity) return federatedUserOf(identity);
    return (await pool.heldUser()) ?? null;
  }

  #close(): void {
    this.#stop?.();
    this.#opened = this.#pool = this.#lent = this.#stop = undefined;
  }

  readonly #refreshed = (error?: unknown): void => {
    if (error === undefined) this.hub.tell('tokenRefresh', undefined, HUB_MESSAGES.tokenRefresh());
    else this.hub.tell('tokenRefresh_failure', inWordsOfCognito(error), HUB_MESSAGES.tokenRefresh_failure());
  };

  /** Tells what others have done: Cognito, another tab, the elements of the page. */
  async #notice(pool: OpenPool, change: SessionChange): Promise<void> {
    if (change.name !== 'started' && change.name !== 'ended') return;
    this.hub.afterSignIn.changed();
    const isOwn = this.hub.isTelling;
    if (change.name === 'ended') {
      Cache.mirror(null);
      if (isOwn && change.reason === 'user') return;
      this.user = null;
      this.hub.tell('signOut', null, HUB_MESSAGES.signOut());
    } else if (!isOwn) {
      await this.#tellSignIn(pool);
      if (this.user) this.hub.afterSignIn.told(change.step.user.sub, this.user);
    }
  }

  async #tellSignIn(pool: OpenPool): Promise<void> {
    this.user = await this.#userOf(pool);
    if (this.user) this.hub.tell('signIn', this.user, HUB_MESSAGES.signIn(nameOf(this.user)));
  }
}
