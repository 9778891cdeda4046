import { base64Of, bytesOfBase64, joined } from '../bytes.js';
import type { Bytes } from '../bytes.js';
import { AuthError } from '../errors.js';
import { requireText } from '../json.js';
import type { Fields } from '../json.js';
import type { Secret } from '../secret.js';
import { generatorPower } from './generator-power.js';
import type { Hashing } from './hashing.js';
import { bytesOfInteger, integerOfBytes, integerOfHex } from './integers.js';
import { loadHashing } from './load-hashing.js';
import { modularPower } from './modular-power.js';
import { MULTIPLIER, PRIME } from './srp-group.js';

/** RFC 5054 asks for a private value of at least 256 bits; more costs time and buys nothing. */
const PRIVATE_VALUE_BYTES = 32;

const text = new TextEncoder();

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

/** The server's part of a proof. */
interface Challenge {
  /** `B` in RFC 5054. */
  readonly publicValue: bigint;
  readonly salt: bigint;
  readonly secretBlock: Bytes;
}

/** @throws AuthError `bad-response` */
function challengeOf(parameters: Fields): Challenge {
  const [B, salt, block] = ['SRP_B', 'SALT', 'SECRET_BLOCK'].map((name) => requireText(parameters, name));
  try {
    const challenge = {
      publicValue: integerOfHex(B ?? ''),
      salt: integerOfHex(salt ?? ''),
      secretBlock: bytesOfBase64(block ?? ''),
    };
    // It would give any password away as right.
    if (challenge.publicValue % PRIME === 0n) throw new RangeError('The public value is 0.');
    return challenge;
  } catch (cause) {
    throw new AuthError('bad-response', { cause });
  }
}

/**
 * `x` in RFC 5054: what a salt and a password come to.
 *
 * @param identity The name of the pool and that of the user; of a device, its group and its key.
 */
export async function passwordKey(
  { hash }: Hashing,
  salt: bigint,
  { identity, password }: { readonly identity: string; readonly password: string },
): Promise<bigint> {
  const inner = await hash(text.encode(`${identity}:${password}`));
  return integerOfBytes(await hash(bytesOfInteger(salt), inner));
}

/**
 * One proof that a user knows a password, without the password (SRP-6a as in RFC 5054, with Cognito's hashes). Good for
 * one sign-in: the private value is never used twice.
 */
export class SrpProof {
  readonly #poolName: string;
  readonly #hashing: Hashing;
  readonly #privateValue = integerOfBytes(crypto.getRandomValues(new Uint8Array(PRIVATE_VALUE_BYTES)));
  readonly #publicValue = generatorPower(this.#privateValue);

  private constructor(poolName: string, hashing: Hashing) {
    this.#poolName = poolName;
    this.#hashing = hashing;
  }

  /**
   * Computes the public value, which takes some milliseconds.
   *
   * @param poolName What follows the underscore in the user pool's id; of a device, the key of its group.
   * @throws AuthError `offline` when code that an insecure origin needs cannot be loaded.
   */
  static async prepare(poolName: string): Promise<SrpProof> {
    return new SrpProof(poolName, await loadHashing());
  }

  /** `SRP_A` of InitiateAuth. */
  get publicValue(): string {
    return this.#publicValue.toString(16);
  }

  /**
   * The ChallengeResponses to a `PASSWORD_VERIFIER` or `DEVICE_PASSWORD_VERIFIER`, without the names.
   *
   * @param parameters The ChallengeParameters.
   * @param now Epoch milliseconds.
   * @throws AuthError `bad-response`
   */
  async answer(parameters: Fields, { userId, password }: Claimant, now: number): Promise<Fields> {
    const challenge = challengeOf(parameters);
    const identity = `${this.#poolName}${userId}`;
    const time = timestamp(now);
    const [x, u] = await Promise.all([
      passwordKey(this.#hashing, challenge.salt, { identity, password: password.reveal() }),
      this.#hashing.hash(bytesOfInteger(this.#publicValue), bytesOfInteger(challenge.publicValue)).then(integerOfBytes),
    ]);
    const S = await this.#sharedSecret(challenge.publicValue, x, u);
    const message = joined(text.encode(identity), challenge.secretBlock, text.encode(time));
    const signature = await this.#hashing.sign(message, { secret: bytesOfInteger(S), salt: bytesOfInteger(u) });
    return {
      PASSWORD_CLAIM_SECRET_BLOCK: parameters['SECRET_BLOCK'],
      PASSWORD_CLAIM_SIGNATURE: base64Of(signature),
      TIMESTAMP: time,
    };
  }

  /** S = (B - k · g^x)^(a + u · x) mod N */
  #sharedSecret(B: bigint, x: bigint, u: bigint): Promise<bigint> {
    const difference = (B - MULTIPLIER * generatorPower(x)) % PRIME;
    return modularPower(difference < 0n ? difference + PRIME : difference, this.#privateValue + u * x);
  }
}
