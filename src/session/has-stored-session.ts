import type { AuthConfig } from '../config/config.js';
import { sessionKeysOf } from './session-keys.js';
import { storeKindOf } from './store-kinds.js';
import { webStorage } from './web-storage.js';

/** Whether there may be a session, or a pending step, from an earlier visit. Cheap: the contents are not read. */
export async function hasStoredSession(config: AuthConfig): Promise<boolean> {
  const kind = storeKindOf(config);
  if (!kind.survivesReload) return false;
  const { record, pendingStep, legacy, legacyIdentity } = sessionKeysOf(config);
  const store = kind.open();
  try {
    for (const key of [record, `${legacy}LastAuthUser`, legacyIdentity]) if (key && (await store.get(key))) return true;
    return Boolean(webStorage('session').getItem(pendingStep));
  } catch {
    return false;
  }
}
