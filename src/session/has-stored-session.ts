import type { AuthConfig } from '../config/config.js';
import { keysOf } from './storage-keys.js';
import { storeKindOf } from './store-kinds.js';
import { webStorage } from './web-storage.js';

/** Whether there may be a session, or a pending step, from an earlier visit. Cheap: the contents are not read. */
export async function hasStoredSession(config: AuthConfig): Promise<boolean> {
  const kind = storeKindOf(config);
  if (!kind.survivesReload) return false;
  const { record, pendingStep, legacy } = keysOf(config);
  const store = kind.open();
  try {
    const kept = (await store.get(record)) ?? (await store.get(`${legacy}LastAuthUser`));
    return Boolean(kept ?? webStorage('session').getItem(pendingStep));
  } catch {
    return false;
  }
}
