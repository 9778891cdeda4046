import type { AuthConfig, SessionStore } from '../config.js';

/** Where the session of a client is kept in its store, and what older libraries begin their keys with. */
export const keysOf = (userPoolClientId: string) => ({
  record: `auth-elements.${userPoolClientId}`,
  legacy: `CognitoIdentityServiceProvider.${userPoolClientId}.`,
});

/** The browser's own stores. Every method throws where a browser blocks them, or where there is none. */
export const WEB_STORES = {
  local: () => globalThis.localStorage,
  session: () => globalThis.sessionStorage,
} as const;

/** Whether there may be a session from an earlier visit. Cheap: nothing is read that has to be understood. */
export async function mayBeKept({ userPoolClientId, storage = 'local' }: AuthConfig): Promise<boolean> {
  if (storage === 'memory') return false;
  const { record, legacy } = keysOf(userPoolClientId);
  try {
    const get = typeof storage === 'string' ? getter(WEB_STORES[storage]()) : storage.get.bind(storage);
    return Boolean((await get(record)) ?? (await get(`${legacy}LastAuthUser`)));
  } catch {
    return false;
  }
}

const getter =
  (storage: Storage): SessionStore['get'] =>
  (key) =>
    storage.getItem(key);
