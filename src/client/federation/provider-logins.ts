import { fieldsOf } from '../../cognito/json.js';
import { ownOf } from '../../cognito/own.js';
import { Secret } from '../../cognito/secret.js';
import type { ProviderLogin } from '../../providers/provider.js';
import { isText, jsonObject } from '../input-checks.js';

/** For developers. */
export const EXPECTED_LOGIN = 'an object with token (text or new Secret(…)) and expiresAt (seconds or milliseconds)';

const isBoxable = (value: unknown): boolean => isText(value) || value instanceof Secret;

/** Whether a value from outside is the token of a provider. */
export function isProviderLogin(value: unknown): value is ProviderLogin {
  const { token, expiresAt, identityId, refreshToken, user } = ownOf(fieldsOf(value));
  return (
    isBoxable(token) &&
    typeof expiresAt === 'number' &&
    Number.isFinite(expiresAt) &&
    (refreshToken === undefined || isBoxable(refreshToken)) &&
    (identityId === undefined || isText(identityId)) &&
    (user === undefined || jsonObject.test(user))
  );
}

/** The year 1973 in milliseconds, or the year 5138 in seconds. */
const SECONDS = 1e11;

const HOUR = 3_600_000;

/**
 * Milliseconds that a token is still valid, which the identity pool has just accepted. Where it has expired by this device's
 * clock, the clock is wrong, and the usual lifetime counts.
 */
export function lifetimeOf({ expiresAt }: Pick<ProviderLogin, 'expiresAt'>, now: number): number {
  const left = (expiresAt < SECONDS ? expiresAt * 1000 : expiresAt) - now;
  return left > 0 ? left : HOUR;
}
