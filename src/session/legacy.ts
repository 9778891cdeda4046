import type { SessionStore } from '../config/config.js';
import { readUserPoolSession } from './user-pool-session.js';
import type { Pool, UserPoolSession } from './user-pool-session.js';

/** These stay: without them, the pool would not recognize a remembered device. */
const DEVICE = /\.(deviceKey|deviceGroupKey|randomPasswordKey)$/;

const KEYS = ['accessToken', 'idToken', 'refreshToken', 'clockDrift', 'userData', 'signInDetails', 'oauthMetadata'];

/**
 * Takes over the session that amazon-cognito-identity-js or aws-amplify left in the same store, and removes their keys,
 * including those for other spellings of the username. Keys of remembered devices stay.
 *
 * @param prefix `CognitoIdentityServiceProvider.<client id>.`
 * @param username Value of their key `LastAuthUser`.
 */
export async function takeOver(
  store: SessionStore,
  pool: Pool,
  prefix: string,
  username: string,
): Promise<UserPoolSession | undefined> {
  const read = async (name: string): Promise<string> => (await store.get(`${prefix}${username}.${name}`)) ?? '';
  const tokens = {
    accessToken: await read('accessToken'),
    idToken: await read('idToken'),
    refreshToken: await read('refreshToken'),
  };
  const found = [...(store.keys?.() ?? [])].filter((key) => key.startsWith(prefix));
  const known = [`${prefix}LastAuthUser`, ...KEYS.map((name) => `${prefix}${username}.${name}`)];
  for (const key of new Set([...known, ...found])) if (!DEVICE.test(key)) await store.remove(key);
  return readUserPoolSession(tokens, pool);
}
