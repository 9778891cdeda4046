import { AuthError } from '../cognito/errors.js';
import type { AuthFlow } from '../config/config.js';
import { abortable } from '../cognito/abortable.js';
import { pageSignal } from '../session/page-signal.js';
import type { AuthClient, FlowClient, SessionChange } from './auth-client.js';
import { forEachMethod } from './flow-methods.js';
import type { Step } from './step.js';

/** How a client is loaded, and what is known without it. */
export interface LazyClientOptions {
  /** Loads and creates the client. */
  create(): Promise<AuthClient>;
  /** Whether a session may be stored from an earlier visit. */
  mayRestore(): Promise<boolean>;
  /** The configured flow, once it is known. */
  readonly authFlow?: () => AuthFlow | undefined;
}

/**
 * A client that is loaded when it is needed. A first visit needs a form, and no code that speaks to Cognito: `restore`
 * answers without the client when no session is stored, and `watch` waits for the client, or for a sign-in in another tab.
 */
export function lazyClient({ create, mayRestore, authFlow }: LazyClientOptions): AuthClient {
  const isPage = typeof addEventListener === 'function';
  const listeners = new Set<(change: SessionChange) => void>();
  let created: Promise<AuthClient> | undefined;
  let ready: AuthClient | undefined;
  let stop: (() => void) | undefined;

  const tell = (change: SessionChange) => listeners.forEach((listener) => listener(change));
  const listen = () => {
    if (listeners.size > 0) stop ??= ready?.watch(tell);
  };

  async function load(): Promise<AuthClient> {
    try {
      ready = await create();
      listen();
      return ready;
    } catch (cause) {
      // The next call tries again: the network may be back.
      created = undefined;
      throw cause instanceof AuthError ? cause : new AuthError('offline', { cause });
    }
  }
  const client = () => (created ??= load());
  const call = <Result>(method: (client: AuthClient) => Promise<Result>, signal?: AbortSignal): Promise<Result> =>
    abortable(client().then(method), signal);
  const restore = async (input: void, signal?: AbortSignal): Promise<Step> =>
    created || (await mayRestore()) ? (await client()).restore(input, signal) : { name: 'signIn' };

  /** A user may have signed in in another tab, or by another client of this page. A client that is loaded notices by itself. */
  const restoreFromTab = () => {
    if (created) return;
    restore().then(
      (step) => step.name === 'done' && tell({ name: 'started', step }),
      () => undefined,
    );
  };

  return {
    // Each method passes its input on to the method of its name.
    ...forEachMethod<FlowClient>(
      (method) => (input: never, signal?: AbortSignal) => call((ready) => ready[method](input, signal), signal),
    ),
    get authFlow() {
      return authFlow?.();
    },
    restore: (input, signal) => abortable(restore(input, signal), signal),
    getTokens: (options) => call((ready) => ready.getTokens(options), options?.signal),
    getCredentials: (options) => call((ready) => ready.getCredentials(options), options?.signal),
    identity: () => call((ready) => ready.identity()),
    account: () => call((ready) => ready.account()),
    leave: () => void created?.then((ready) => ready.leave()).catch(() => undefined),
    prepare: (options) => call((ready) => ready.prepare(options)).catch(() => undefined),
    rememberMethod: () => call((ready) => ready.rememberMethod()).catch(() => undefined),
    lastMethod: () => call((ready) => ready.lastMethod()),
    watch(listener) {
      // An own function, so that a listener that was added twice has to be removed twice.
      const own = (change: SessionChange) => listener(change);
      listeners.add(own);
      listen();
      pageSignal.add(restoreFromTab);
      if (isPage) addEventListener('storage', restoreFromTab);
      return () => {
        listeners.delete(own);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
        pageSignal.delete(restoreFromTab);
        if (isPage) removeEventListener('storage', restoreFromTab);
      };
    },
  };
}
