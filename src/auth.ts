import type { ActorOptions } from 'xstate';
import { LOADING, initialStates, isSameState } from './auth-state.js';
import type { AuthState, InitialState } from './auth-state.js';
import type { AuthClient, FederateInput, SignOutInput, Tokens } from './client/auth-client.js';
import { createAuthClient } from './client/create-auth-client.js';
import { ownOf } from './cognito/own.js';
import { ConfigError } from './config/config.js';
import type { AuthConfig, ForeignConfig } from './config/config.js';
import { isForeign } from './config/foreign-marks.js';
import type { PoolDescription } from './config/pool-description.js';
import type { authMachine } from './machine/auth-machine.js';
import type { Chart } from './machine/start-chart.js';
import type { AuthEvent } from './machine/types.js';
import { Opening } from './opening.js';

/** What can be set beside the configuration of Cognito. */
export interface AuthOptions {
  /** The screen that a page without a signed-in user begins with. Default: `sign-in`. */
  readonly initialState?: InitialState;
  /**
   * Whether the method of each sign-in is kept in this browser, so that elements mark it as the one used last. Default:
   * false. See {@link Auth.rememberMethod}.
   */
  readonly rememberMethod?: boolean;
  /** A client of your own instead of the one that speaks to Cognito: a scripted one for tests, say. */
  readonly client?: AuthClient;
  /** Passed on to xstate. Passwords and codes show as `•••` there. */
  readonly inspect?: ActorOptions<typeof authMachine>['inspect'];
}

type Listener = (state: AuthState) => void;

/**
 * Client and state as one: what elements show, and what an app without elements can drive by itself.
 *
 * `subscribe` and `getState` have the shape that React's `useSyncExternalStore` and Svelte's stores expect, and may be
 * passed around. Nothing runs before the first `subscribe` or `send`, so one may be created on a server.
 */
export class Auth {
  /** The headless client. */
  readonly client: AuthClient;
  readonly #options: AuthOptions;
  readonly #config: AuthConfig | ForeignConfig | undefined;
  readonly #listeners = new Set<Listener>();
  #state = LOADING;
  #pool: PoolDescription;
  /** What decides: the chart, or what stands in for it until it is loaded. */
  #lead: Opening | Chart | undefined;
  #remembersMethod = false;
  #isStopped = false;

  /**
   * @param config What the client was configured with: one of another library describes the pool too.
   * @throws ConfigError when an option has a wrong value.
   */
  constructor(client: AuthClient, options: AuthOptions = {}, config?: AuthConfig | ForeignConfig) {
    this.client = client;
    this.#options = ownOf(options);
    this.#config = config;
    const { providers, discovery, scriptNonce }: PoolDescription = ownOf({ ...config });
    this.#pool = { providers, discovery, scriptNonce };
    const { initialState, rememberMethod = false } = this.#options;
    if (initialState && !initialStates.includes(initialState)) {
      throw new ConfigError('initialState', initialStates.join(' or '));
    }
    this.rememberMethod = rememberMethod;
  }

  /** What the configuration says about the user pool. One of another library is read with the first screen. */
  get pool(): PoolDescription {
    return this.#pool;
  }

  /**
   * Whether the method of each sign-in is kept in this browser (see {@link AuthClient.rememberMethod}), and elements mark the
   * one used last. Turned off, nothing more is kept or shown; what was kept stays until `signOut({ forget: true })`.
   */
  get rememberMethod(): boolean {
    return this.#remembersMethod;
  }
  set rememberMethod(isOn: boolean) {
    this.#remembersMethod = isOn;
    this.#keepMethod();
  }

  /** The current state: where the user is, who is signed in, what went wrong. */
  readonly getState = (): AuthState => this.#state;

  /** Calls back at once and on every change. Returns the function that ends it. */
  readonly subscribe = (listener: Listener): (() => void) => {
    this.#start();
    if (!this.#isStopped) this.#listeners.add(listener);
    listener(this.#state);
    return () => void this.#listeners.delete(listener);
  };

  /**
   * Tells the chart what the user did. What means nothing in the present state is ignored; a type that the chart does not
   * know at all is reported in the console.
   */
  send(event: AuthEvent): void {
    this.#start();
    // A copy is an object, whatever a page without types has passed.
    this.#lead?.send(ownOf(event));
  }

  /** Loads what the next screen needs, which happens by itself as soon as the browser has time for it. */
  prepare(): void {
    this.#start();
    this.#lead?.prepare();
  }

  /** The tokens of the signed-in user. See {@link AuthClient.getTokens}. */
  getTokens(options?: Parameters<AuthClient['getTokens']>[0]): Promise<Tokens> {
    return this.client.getTokens(options);
  }

  /**
   * Leaves for the sign-in pages of the user pool, or for a provider; or signs a user in by a token that the page has. See
   * {@link AuthClient.federate}.
   */
  federate(input: FederateInput = {}): void {
    this.send({ ...input, type: 'federate' });
  }

  /** Who has signed in by the token of a provider. See {@link AuthClient.identity}. */
  identity(): ReturnType<AuthClient['identity']> {
    return this.client.identity();
  }

  /** AWS credentials of the user or a guest. See {@link AuthClient.getCredentials}. */
  get getCredentials(): AuthClient['getCredentials'] {
    return this.client.getCredentials;
  }

  /** Signs out, here or (`global`) everywhere. Works offline. With `forget`, nothing is left here of who it was. */
  signOut(input: SignOutInput = {}): void {
    this.send({ ...input, type: 'signOut' });
  }

  /** Ends all that the `Auth` waits for. An `Auth` that was stopped does not start again. */
  stop(): void {
    this.#isStopped = true;
    this.#listeners.clear();
    this.#lead?.stop();
    this.#lead = undefined;
  }

  #start(): void {
    if (this.#lead || this.#isStopped) return;
    const opening = new Opening(this.client, this.#options, {
      state: this.getState,
      show: (state) => this.#show(state),
      handOver: (chart) => (this.#lead = chart),
    });
    this.#lead = opening;
    const config = this.#config;
    // That of a user pool, in our words, says nothing else about it.
    if (isForeign(config) || (config && !config.userPoolId))
      void this.#describe().then(() => this.#isStopped || opening.start());
    else opening.start();
  }

  async #describe(): Promise<void> {
    const module = await import('./config/readers/describe-pool.js').catch(() => undefined);
    this.#pool = module?.describePool(this.#config) ?? this.#pool;
  }

  #keepMethod(): void {
    if (this.#remembersMethod && this.#state.user) void this.client.rememberMethod();
  }

  #show(state: AuthState): void {
    if (this.#isStopped || isSameState(state, this.#state)) return;
    this.#state = state;
    this.#keepMethod();
    for (const listener of [...this.#listeners]) listener(state);
  }
}

/**
 * An {@link Auth} for a user pool.
 *
 * @throws ConfigError when a key of the configuration is missing, unknown or wrong.
 */
export const createAuth = (config: AuthConfig | ForeignConfig, options: AuthOptions = {}): Auth =>
  new Auth(ownOf(options).client ?? createAuthClient(config), options, config);
