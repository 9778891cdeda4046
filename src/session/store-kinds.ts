import type { AuthConfig, SessionStore } from '../config/config.js';
import { memoryStore } from './memory-store.js';
import { webStore } from './web-storage.js';

/** What a kind of store can do besides reading and writing. */
export interface StoreKind {
  readonly open: () => SessionStore;
  /** Whether other tabs have the same store, so that a session begins and ends in all of them. */
  readonly isShared: boolean;
  /** Whether writes are counted among the tabs of this origin, which then have to be all that share the store. */
  readonly isCounted: boolean;
  /** Whether its contents are still there after a reload. */
  readonly survivesReload: boolean;
}

type Storage = NonNullable<AuthConfig['storage']>;

const STORE_KINDS: Readonly<Record<Extract<Storage, string>, StoreKind>> = {
  local: {
    open: () => webStore('local'),
    // In a worker there is none, and the session is kept in memory. Not opened here: browsers may block that.
    get isShared() {
      return 'localStorage' in globalThis;
    },
    isCounted: true,
    survivesReload: true,
  },
  session: { open: () => webStore('session'), isShared: false, isCounted: false, survivesReload: true },
  memory: { open: memoryStore, isShared: false, isCounted: false, survivesReload: false },
};

/** Of a store of the page's own, it is unknown whether it is shared, and how soon other tabs see what was written. */
const custom = (store: SessionStore): StoreKind => ({
  open: () => store,
  isShared: true,
  isCounted: false,
  survivesReload: true,
});

/** The kind of the configured store. */
export const storeKindOf = ({ storage = 'local' }: Pick<AuthConfig, 'storage'>): StoreKind =>
  typeof storage === 'string' ? STORE_KINDS[storage] : custom(storage);
