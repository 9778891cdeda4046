import { numberOf } from '../cognito/json.js';
import { claimsOf } from '../cognito/jwt.js';
import type { SessionStore } from '../config/config.js';
import { HOSTED_MARK, MARKS } from './amplify-marks.js';
import type { Left } from './session-kind.js';
import { readUserPoolSession } from './user-pool-session.js';
import type { Pool, UserPoolSession } from './user-pool-session.js';

/** These stay: without them, the pool would not recognize a remembered device. */
const DEVICE = /\.(deviceKey|deviceGroupKey|randomPasswordKey)$/;

const KEYS = ['accessToken', 'idToken', 'refreshToken', 'clockDrift', 'userData', 'signInDetails', 'oauthMetadata'];

/**
 * When tokens were received, on this device's clock.
 *
 * @param clockDrift Seconds by which the clock was ahead of Cognito's then.
 */
const receivedAt = ({ accessToken }: UserPoolSession, clockDrift = '0'): number =>
  (numberOf(claimsOf(accessToken), 'iat') + (Number.parseInt(clockDrift, 10) || 0)) * 1000;

/**
 * Takes over the sessions that amazon-cognito-identity-js or aws-amplify left in the same store, and removes their keys,
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
): Promise<Left<UserPoolSession>> {
  const found = [...(store.keys?.() ?? [])].filter((key) => key.startsWith(prefix));
  const hostedMarks = [HOSTED_MARK, `${prefix}oauthSignIn`];
  const known = [
    `${prefix}LastAuthUser`,
    ...KEYS.map((name) => `${prefix}${username}.${name}`),
    ...hostedMarks,
    ...MARKS,
  ];
  const texts = new Map<string, string>();
  for (const key of new Set([...known, ...found])) {
    if (DEVICE.test(key)) continue;
    texts.set(key, (await store.get(key)) ?? '');
    await store.remove(key);
  }
  // aws-amplify 6 writes two values: `true,false`.
  const isHosted = hostedMarks.some((key) => texts.get(key)?.startsWith('true'));
  const sessionOf = (owner: string, via?: 'redirect' | false): UserPoolSession | undefined => {
    const read = (name: string): string => texts.get(`${owner}.${name}`) ?? '';
    const [accessToken, idToken, refreshToken] = [read('accessToken'), read('idToken'), read('refreshToken')];
    // After an implicit grant there is none.
    const record = { accessToken, idToken, ...(refreshToken && { refreshToken }), ...(via && { via }) };
    return readUserPoolSession(record, pool);
  };
  const lastOwner = `${prefix}${username}`;
  const owners = [...texts.keys()].flatMap((key) => /^(.*)\.accessToken$/s.exec(key)?.[1] ?? []);
  const others = owners.filter((owner) => owner !== lastOwner).flatMap((owner) => sessionOf(owner) ?? []);
  const last = sessionOf(lastOwner, isHosted && 'redirect');
  const isPassing = last !== undefined && last.refreshToken === undefined;
  const drift = texts.get(`${lastOwner}.clockDrift`);
  return { last, others, ...(isPassing && { receivedAt: receivedAt(last, drift) }) };
}
