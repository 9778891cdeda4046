import { base64Of, bytesOfBase64, bytesOfHex, joined } from './bytes.js';
import { AuthError } from './errors.js';
import { requireText } from './json.js';
import type { Fields } from './json.js';
import type { Secret } from './secret.js';
import { SrpHelper } from './srp-helper.js';

/** HMAC-SHA-256 (RFC 2104) in base64, here because pages on insecure origins have no `crypto.subtle`. */
function sign({ hash }: SrpHelper, key: Uint8Array, message: Uint8Array): string {
  const pad = (filling: number) => Uint8Array.from({ length: 64 }, (_, index) => (key[index] ?? 0) ^ filling);
  const inner = bytesOfHex(hash(joined(pad(0x36), message)));
  const outer = bytesOfHex(hash(joined(pad(0x5c), inner)));
  return base64Of(outer);
}

/** `Sat Nov 21 06:15:00 UTC 2026`, as Cognito wants it; the day has no leading zero. */
function timestamp(now: number): string {
  const [weekday = '', day, month = '', year = '', time = ''] = new Date(now).toUTCString().split(/,? /);
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
}

/** Whose password it is. */
export interface Claimant {
  /** The name by which Cognito knows the user; of a device, its key. */
  readonly userId: string;
  readonly password: Secret;
}

/**
 * One proof that somebody knows a password, without the password (SRP-6a as in RFC 5054, with Cognito's hashes). Good
 * for one sign-in: the private value is never used twice.
 */
export class SrpProof {
  readonly #helper: SrpHelper;
  readonly #poolName: string;

  /**
   * Computes the public value, which takes some milliseconds.
   *
   * @param poolName What follows the underscore in the user pool's id; of a device, the key of its group.
   */
  constructor(poolName: string) {
    this.#poolName = poolName;
    this.#helper = new SrpHelper(poolName);
  }

  /** `SRP_A` of InitiateAuth. */
  get publicValue(): string {
    return this.#helper.largeAValue.toString(16);
  }

  /**
   * The ChallengeResponses to a `PASSWORD_VERIFIER` or `DEVICE_PASSWORD_VERIFIER`, without the names.
   *
   * @param challenge Its ChallengeParameters.
   * @param now Epoch milliseconds.
   * @throws AuthError `bad-response`
   */
  answer(challenge: Fields, { userId, password }: Claimant, now: number): Fields {
    const secretBlock = requireText(challenge, 'SECRET_BLOCK');
    const [B, salt] = ['SRP_B', 'SALT'].map((name) => this.#helper.foreign(requireText(challenge, name)));
    const time = timestamp(now);
    const text = new TextEncoder();
    let signature = '';
    try {
      if (!B || !salt) throw new Error('No public value, or no salt.');
      this.#helper.getPasswordAuthenticationKey(userId, password.reveal(), B, salt, (error, key) => {
        if (error) throw error;
        const message = [text.encode(this.#poolName + userId), bytesOfBase64(secretBlock), text.encode(time)];
        signature = sign(this.#helper, key, joined(...message));
      });
    } catch (cause) {
      // A public value of 0 would give any password away as right; anything else in here is no number at all.
      throw new AuthError('bad-response', { cause });
    }
    return {
      PASSWORD_CLAIM_SECRET_BLOCK: secretBlock,
      PASSWORD_CLAIM_SIGNATURE: signature,
      TIMESTAMP: time,
    };
  }
}
