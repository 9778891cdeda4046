import { Secret, TOTP } from 'otpauth';
import { expiredCode } from '../exceptions.js';
import type { User } from './model.js';

const PERIOD = 30;
const totp = (secret: string): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD });

/** A new key for an authenticator app: 160 bits in base32 (RFC 6238). */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The code that an app shows at a time in epoch milliseconds. */
export const totpCode = (secret: string, now: number): string => totp(secret).generate({ timestamp: now });

/** Whether a code is valid in this period, the previous or the next one. Throws for a code that was used already. */
export function isTotpRight(user: User, secret: string, code: string, now: number): boolean {
  const delta = totp(secret).validate({ token: code, timestamp: now, window: 1 });
  if (delta === null) return false;
  const counter = Math.floor(now / 1000 / PERIOD) + delta;
  if (user.totp?.secret === secret && counter <= user.totp.lastUsed) {
    throw expiredCode('Your software token has already been used once.');
  }
  user.totp = { secret, verified: true, lastUsed: counter };
  return true;
}
