import { AuthError } from '../cognito/errors.js';
import type { AuthFlow } from '../config/config.js';
import { abortable } from './abortable.js';
import type { AuthClient, FlowClient, SessionChange } from './auth-client.js';
import { forEachMethod } from './flow-methods.js';
import type { Step } from './step.js';

/** How a client comes to be, and what can be said without it. */
export interface Deferral {
  /** Loads and creates the client. */
  create(): Promise<AuthClient>;
  /** Whether a session may be kept from an earlier visit. */
  mayRestore(): Promise<boolean>;
  readonly authFlow?: AuthFlow | undefined;
}

/**
 * A client that is loaded when it is needed. Whoever comes to a page for the first time needs a form to type into, and
 * nothing that speaks to Cognito; so `restore` answers by itself when nothing is kept, and `watch` waits for the client,
 * or for somebody who signs in in another tab.
 */
export function deferredClient({ create, mayRestore, authFlow }: Deferral): AuthClient {
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
      throw new AuthError('offline', { cause });
    }
  }
  const client = () => (created ??= load());
  const ask = <Result>(method: (client: AuthClient) => Promise<Result>, signal?: AbortSignal): Promise<Result> =>
    abortable(client().then(method), signal);
  const restore = async (input: void, signal?: AbortSignal): Promise<Step> =>
    created || (await mayRestore()) ? (await client()).restore(input, signal) : { name: 'signIn' };

  /** Somebody may have signed in in another tab. A client that there is sees for itself. */
  const look = () => {
    if (created) return;
    restore().then(
      (step) => step.name === 'done' && tell({ name: 'started', step }),
      () => undefined,
    );
  };

  return {
    // Each method passes on what it is given to the one of its name.
    ...forEachMethod<FlowClient>(
      (method) => (input: unknown, signal?: AbortSignal) =>
        ask((ready) => ready[method](input as never, signal), signal),
    ),
    authFlow,
    restore: (input, signal) => abortable(restore(input, signal), signal),
    getTokens: (options) => ask((ready) => ready.getTokens(options), options?.signal),
    account: () => ask((ready) => ready.account()),
    leave: () => void created?.then((ready) => ready.leave()).catch(() => undefined),
    prepare: () => ask((ready) => ready.prepare()).catch(() => undefined),
    watch(listener) {
      // An own function, so that listening twice takes stopping twice.
      const own = (change: SessionChange) => listener(change);
      listeners.add(own);
      listen();
      if (isPage) addEventListener('storage', look);
      return () => {
        listeners.delete(own);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
        if (isPage) removeEventListener('storage', look);
      };
    },
  };
}
