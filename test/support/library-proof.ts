import library from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';
import type { BigInteger } from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';

const Helper = 'default' in library ? library.default : library;

/** The prime and the multiplier of the group in the library. */
export const libraryGroup = (): { readonly N: bigint; readonly k: bigint } => {
  const { N, k } = new (helperWith('01'))('Example1');
  return { N: BigInt(`0x${N.toString(16)}`), k: BigInt(`0x${k.toString(16)}`) };
};

/** The library's helper with a known private value, in hexadecimal digits. */
const helperWith = (privateValue: string) =>
  class extends Helper {
    number(digits: string): BigInteger {
      // The library does not export its class of big integers; every number has it as constructor.
      const { constructor } = this.N as BigInteger & { constructor: new (digits: string, radix: number) => BigInteger };
      return new constructor(digits, 16);
    }

    override generateRandomSmallA(): BigInteger {
      return this.number(privateValue);
    }
  };

export interface Sample {
  /** Of the user, 32 bytes. */
  readonly privateValue: Uint8Array;
  readonly poolName: string;
  readonly userId: string;
  readonly password: string;
  /** The values of the server, in hexadecimal digits. */
  readonly publicValue: string;
  readonly salt: string;
  readonly secretBlock: Uint8Array;
  readonly time: string;
}

/** The signature that amazon-cognito-identity-js computes, in base64. */
export async function signatureOfLibrary(sample: Sample): Promise<string> {
  const digits = Array.from(sample.privateValue, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const helper = new (helperWith(digits))(sample.poolName);
  let key = new Uint8Array();
  const [B, salt] = [helper.number(sample.publicValue), helper.number(sample.salt)];
  helper.getPasswordAuthenticationKey(sample.userId, sample.password, B, salt, (_, result) => {
    key = new Uint8Array(result);
  });
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const secret = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  const text = new TextEncoder();
  const parts = [text.encode(sample.poolName + sample.userId), sample.secretBlock, text.encode(sample.time)];
  const message = Uint8Array.from(parts.flatMap((part) => [...part]));
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.sign(algorithm, secret, message))));
}

/** Runs with known random bytes. */
export async function withRandom<Result>(bytes: Uint8Array, run: () => Promise<Result>): Promise<Result> {
  const { getRandomValues } = crypto;
  crypto.getRandomValues = (array) => {
    new Uint8Array(array.buffer).set(bytes.subarray(0, array.byteLength));
    return array;
  };
  try {
    return await run();
  } finally {
    crypto.getRandomValues = getRandomValues;
  }
}
