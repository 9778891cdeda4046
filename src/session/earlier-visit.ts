import type { AuthConfig } from '../config/config.js';
import { keysOf } from './storage-keys.js';
import { webStorage } from './web-storage.js';

/** Whether there may be something to come back to from an earlier visit. Cheap: what is there is not looked into. */
export async function mayBeKept(config: AuthConfig): Promise<boolean> {
  const { storage = 'local' } = config;
  if (storage === 'memory') return false;
  const get = (key: string) => (typeof storage === 'string' ? webStorage(storage).getItem(key) : storage.get(key));
  try {
    const { record, asked, legacy } = keysOf(config);
    return Boolean((await get(record)) ?? (await get(`${legacy}LastAuthUser`)) ?? webStorage('session').getItem(asked));
  } catch {
    return false;
  }
}
