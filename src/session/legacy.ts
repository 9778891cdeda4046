import type { SessionStore } from '../config/config.js';
import { sessionOf } from './session.js';
import type { Pool, Session } from './session.js';

/** What must survive: without them, a device that the pool remembers would be a stranger. */
const DEVICE = /\.(deviceKey|deviceGroupKey|randomPasswordKey)$/;

const KEYS = ['accessToken', 'idToken', 'refreshToken', 'clockDrift', 'userData', 'signInDetails', 'oauthMetadata'];

/**
 * Takes over the session that amazon-cognito-identity-js or aws-amplify left in the same store, and removes their keys,
 * those of other spellings of the user's name as well. Keys of remembered devices stay.
 *
 * The session counts as expired, so that its first use refreshes it: the two libraries note in ways that cannot be told
 * apart how wrong the clock was when the tokens came.
 *
 * @param prefix `CognitoIdentityServiceProvider.<client id>.`
 * @param username Value of their key `LastAuthUser`.
 */
export async function takeOver(
  store: SessionStore,
  pool: Pool,
  prefix: string,
  username: string,
): Promise<Session | undefined> {
  const read = async (name: string): Promise<string> => (await store.get(`${prefix}${username}.${name}`)) ?? '';
  const [accessToken, idToken, refreshToken] = [
    await read('accessToken'),
    await read('idToken'),
    await read('refreshToken'),
  ];
  const found = [...(store.keys?.() ?? [])].filter((key) => key.startsWith(prefix));
  const known = [`${prefix}LastAuthUser`, ...KEYS.map((name) => `${prefix}${username}.${name}`)];
  for (const key of new Set([...known, ...found])) if (!DEVICE.test(key)) await store.remove(key);
  return sessionOf({ accessToken, idToken, refreshToken }, pool, { gen: 0, receivedAt: 0 });
}
