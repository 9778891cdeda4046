import { randomBytes } from 'node:crypto';
import { generateKeyPair } from 'jose';

/** A key pair that signs tokens. */
export interface SigningKeys extends CryptoKeyPair {
  /** The `kid` of its tokens. */
  readonly id: string;
}

/** RSA takes a tenth of a second to generate: each pair is made when it is first needed, once in this process. */
const made = new Map<string, Promise<SigningKeys>>();

async function make(algorithm: string): Promise<SigningKeys> {
  return { ...(await generateKeyPair(algorithm)), id: randomBytes(32).toString('base64') };
}

/** The key pair of an issuer. As with the real service, a restart of the server does not change it. */
export function signingKeysOf(issuer: string, algorithm: 'RS256' | 'RS512'): Promise<SigningKeys> {
  const keys = made.get(issuer) ?? make(algorithm);
  made.set(issuer, keys);
  return keys;
}
