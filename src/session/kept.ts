import type { AuthConfig } from '../config.js';

/** Where the session of a client is kept in its store, what older libraries begin their keys with, and what was asked. */
export const keysOf = (userPoolClientId: string) => ({
  record: `auth-elements.${userPoolClientId}`,
  asked: `auth-elements.${userPoolClientId}.asked`,
  legacy: `CognitoIdentityServiceProvider.${userPoolClientId}.`,
});

/** One of the browser's own stores. Throws where browsers block it, or where there is none. */
export const webStorage = (kind: 'local' | 'session'): Storage => globalThis[`${kind}Storage`];

/** Whether there may be something to come back to from an earlier visit. Cheap: what is there is not looked into. */
export async function mayBeKept({ userPoolClientId, storage = 'local' }: AuthConfig): Promise<boolean> {
  if (storage === 'memory') return false;
  const { record, asked, legacy } = keysOf(userPoolClientId);
  const get = (key: string) => (typeof storage === 'string' ? webStorage(storage).getItem(key) : storage.get(key));
  try {
    return Boolean((await get(record)) ?? (await get(`${legacy}LastAuthUser`)) ?? webStorage('session').getItem(asked));
  } catch {
    return false;
  }
}
