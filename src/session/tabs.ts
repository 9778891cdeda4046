import type { AuthConfig } from '../config/config.js';
import { countedGeneration, uncounted } from './generation.js';
import type { Generation } from './generation.js';
import type { Locks } from './lock.js';
import { keysOf } from './storage-keys.js';
import { storeKindOf } from './store-kinds.js';

/** What the tabs that share a store have in common besides. */
export interface Sharing {
  readonly generation: Generation;
  readonly locks?: Locks | undefined;
  /** Milliseconds to wait for work in another tab. */
  readonly patience: number;
  /** Tells the other tabs to look again. */
  tell(): void;
}

/** Of a store that no other tab has. */
export const ALONE: Sharing = { generation: uncounted, patience: 0, tell: () => undefined };

/** What a browser has, and does not block. */
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

/** What the tabs with the same store have in common. */
export function sharingOf(config: AuthConfig): Sharing {
  if (!isShared(config)) return ALONE;
  const { timeout = 10_000 } = config;
  const { record } = keysOf(config);
  return {
    generation: storeKindOf(config).isCounted ? countedGeneration(record) : uncounted,
    locks: available(() => navigator.locks),
    patience: timeout,
    tell() {
      const channel = channelOf(record);
      // No token: whoever hears it looks into the store.
      channel?.postMessage(null);
      channel?.close();
    },
  };
}

/**
 * Calls back now, and when another tab may have changed the session. That may not be visible yet: localStorage tells by
 * an event of its own when it is, so both are listened to.
 *
 * @returns The way to stop.
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
