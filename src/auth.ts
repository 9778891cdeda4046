import { createActor } from 'xstate';
import type { Actor, ActorOptions } from 'xstate';
import type { AuthClient, SignOutInput, Tokens } from './client/auth-client.js';
import { createAuthClient } from './client/create-auth-client.js';
import type { AuthConfig, ForeignConfig } from './config.js';
import type { AuthSnapshot, authMachine } from './machine/auth-machine.js';
import { provide } from './machine/provide.js';
import type { AuthEvent, InitialState } from './machine/types.js';
import { Text } from './text/text.js';

/** What can be set beside the configuration of Cognito. */
export interface AuthOptions {
  /** The screen that a page without a signed-in user begins with. Default: `sign-in`. */
  readonly initialState?: InitialState;
  /** The language to begin with. Default: English. */
  readonly text?: Text;
  /** A client of your own instead of the one that speaks to Cognito: a scripted one for tests, say. */
  readonly client?: AuthClient;
  /** Passed on to xstate. Passwords and codes show as `•••` there. */
  readonly inspect?: ActorOptions<typeof authMachine>['inspect'];
}

type Listener = (snapshot: AuthSnapshot) => void;

/**
 * Client and chart as one: what elements show, and what an app without elements can drive by itself.
 *
 * `subscribe` and `getSnapshot` have the shape that React's `useSyncExternalStore` and Svelte's stores expect. Nothing
 * runs before the first `subscribe` or `send`, so one may be created on a server.
 */
export class Auth {
  /** The headless client. */
  readonly client: AuthClient;
  readonly #actor: Actor<typeof authMachine>;
  readonly #listeners = new Set<Listener>();
  #text: Text;
  #started = false;

  constructor(client: AuthClient, { initialState, text, inspect }: AuthOptions = {}) {
    this.client = client;
    this.#text = text ?? new Text('en', {});
    this.#actor = createActor(provide(client), {
      input: initialState ? { initialState } : {},
      ...(inspect && { inspect }),
    });
    this.#actor.subscribe(() => this.#notify());
  }

  /** The words of the screens. Setting it shows them at once. */
  get text(): Text {
    return this.#text;
  }
  set text(text: Text) {
    this.#text = text;
    this.#notify();
  }

  /** Tells the chart what a person did. What means nothing in the present state is ignored. */
  send(event: AuthEvent): void {
    this.#start();
    this.#actor.send(event);
  }

  /** The present moment: where the person is, who is signed in, what went wrong. */
  getSnapshot(): AuthSnapshot {
    return this.#actor.getSnapshot();
  }

  /** Calls back at once and on every change. Returns the way to stop. */
  subscribe(listener: Listener): () => void {
    this.#start();
    this.#listeners.add(listener);
    listener(this.getSnapshot());
    return () => void this.#listeners.delete(listener);
  }

  /** The tokens of the signed-in user. See {@link AuthClient.getTokens}. */
  getTokens(options?: Parameters<AuthClient['getTokens']>[0]): Promise<Tokens> {
    return this.client.getTokens(options);
  }

  /** Signs out, here or (`global`) everywhere. Works offline. With `forget`, no passkey is offered here any more. */
  signOut(input: SignOutInput = {}): void {
    this.send({ ...input, type: 'signOut' });
  }

  /** Stops the chart and what it waits for. An `Auth` that was stopped does not start again. */
  stop(): void {
    this.#listeners.clear();
    this.#actor.stop();
  }

  #start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#actor.start();
  }

  #notify(): void {
    const snapshot = this.getSnapshot();
    for (const listener of [...this.#listeners]) listener(snapshot);
  }
}

/**
 * An {@link Auth} for a user pool.
 *
 * @throws ConfigError when the pool or the app client is missing. What else is wrong, requests fail with: AuthError
 * `configuration`.
 */
export const createAuth = (config: AuthConfig | ForeignConfig, options: AuthOptions = {}): Auth =>
  new Auth(options.client ?? createAuthClient(config), options);
