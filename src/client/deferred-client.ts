import { AuthError } from '../cognito/errors.js';
import { ConfigError } from '../config.js';
import type { AuthFlow } from '../config.js';
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

/** Somebody who listens, and how to stop that once there is something to listen to. */
interface Watcher {
  readonly listener: (change: SessionChange) => void;
  stop?: () => void;
}

/**
 * A client that is loaded when it is needed. Whoever comes to a page for the first time needs a form to type into, and
 * nothing that speaks to Cognito; so `restore` answers by itself when nothing is kept, and `watch` waits for the client
 * without asking for it.
 */
export function deferredClient({ create, mayRestore, authFlow }: Deferral): AuthClient {
  const watchers = new Set<Watcher>();
  let created: Promise<AuthClient> | undefined;

  async function load(): Promise<AuthClient> {
    try {
      const client = await create();
      for (const watcher of watchers) watcher.stop = client.watch(watcher.listener);
      return client;
    } catch (cause) {
      // The next call tries again: the network may be back.
      created = undefined;
      if (!(cause instanceof ConfigError)) throw new AuthError('offline', { cause });
      throw new AuthError('configuration', { cause, detail: cause.message });
    }
  }
  const client = () => (created ??= load());
  const ask = <Result>(method: (client: AuthClient) => Promise<Result>, signal?: AbortSignal): Promise<Result> =>
    abortable(client().then(method), signal);

  return {
    // Each method passes on what it is given to the one of its name.
    ...forEachMethod<FlowClient>(
      (method) => (input: unknown, signal?: AbortSignal) =>
        ask((ready) => ready[method](input as never, signal), signal),
    ),
    authFlow,
    restore(input, signal) {
      const restored = async (): Promise<Step> =>
        created || (await mayRestore()) ? (await client()).restore(input, signal) : { name: 'signIn' };
      return abortable(restored(), signal);
    },
    getTokens: (options) => ask((ready) => ready.getTokens(options), options?.signal),
    account: () => ask((ready) => ready.account()),
    prepare: () => ask((ready) => ready.prepare()).catch(() => undefined),
    watch(listener) {
      const watcher: Watcher = { listener };
      watchers.add(watcher);
      // Not for the loading: only for what has been loaded, or is about to be.
      void created
        ?.then((ready) => {
          if (watchers.has(watcher)) watcher.stop ??= ready.watch(listener);
        })
        .catch(() => undefined);
      return () => {
        watchers.delete(watcher);
        watcher.stop?.();
      };
    },
  };
}
