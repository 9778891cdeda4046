import type { AuthConfig } from '../config/config.js';
import { keysOf } from './storage-keys.js';
import { storeKindOf } from './store-kinds.js';
import { webStorage } from './web-storage.js';

/** Whether there may be something to come back to from an earlier visit. Cheap: what is there is not looked into. */
export async function mayBeKept(config: AuthConfig): Promise<boolean> {
  const kind = storeKindOf(config);
  if (!kind.survivesReload) return false;
  const { record, asked, legacy } = keysOf(config);
  const store = kind.open();
  try {
    const kept = (await store.get(record)) ?? (await store.get(`${legacy}LastAuthUser`));
    return Boolean(kept ?? webStorage('session').getItem(asked));
  } catch {
    return false;
  }
}
