import { timeoutOf } from '../cognito/request.js';
import type { AuthConfig } from '../config/config.js';
import { countedGeneration, uncounted } from './generation.js';
import type { Generation } from './generation.js';
import type { Locks } from './lock.js';
import { pageSignal } from './page-signal.js';
import { keysOf } from './storage-keys.js';
import { storeKindOf } from './store-kinds.js';

/** What the tabs that share a store have in common. */
export interface Sharing {
  readonly generation: Generation;
  readonly locks?: Locks | undefined;
  /** Milliseconds to wait for work in another tab. */
  readonly timeout: number;
  /** Tells the other tabs, and the other clients of this page, to look again. */
  tell(): void;
}

/** For a store that no other tab shares. */
export const ALONE: Sharing = { generation: uncounted, timeout: 0, tell: () => undefined };

/** A feature of the browser; undefined where it is missing or blocked. */
function available<Api>(find: () => Api): Api | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}

/** Not in Node, where an open channel would keep the process from ending. */
const isShared = (config: AuthConfig): boolean =>
  storeKindOf(config).isShared && typeof addEventListener === 'function';

const channelOf = (name: string) => available(() => new BroadcastChannel(name));

/** How the tabs with the configured store cooperate. */
export function sharingOf(config: AuthConfig): Sharing {
  if (!isShared(config)) return ALONE;
  const { record } = keysOf(config);
  return {
    generation: storeKindOf(config).isCounted ? countedGeneration(record) : uncounted,
    locks: available(() => navigator.locks),
    timeout: timeoutOf(config),
    tell() {
      const channel = channelOf(record);
      // Contains no token: the listeners read the store.
      channel?.postMessage(null);
      channel?.close();
      pageSignal.forEach((look) => look());
    },
  };
}

/**
 * Calls back now, and when another tab may have changed the session. The change may not be visible yet: localStorage has
 * an event of its own for that, so both are listened to.
 *
 * @returns Stops listening.
 */
export function listenToTabs(config: AuthConfig, look: () => void): () => void {
  if (!isShared(config)) return () => undefined;
  const { record } = keysOf(config);
  const channel = channelOf(record);
  const stored = ({ key }: StorageEvent) => {
    // No key: everything was removed.
    if (key === record || key === null) look();
  };
  channel?.addEventListener('message', look);
  addEventListener('storage', stored);
  look();
  return () => {
    channel?.close();
    removeEventListener('storage', stored);
  };
}
