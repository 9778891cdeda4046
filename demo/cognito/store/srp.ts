import { createHash, createHmac, getDiffieHellman, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { BinaryLike } from 'node:crypto';
import { notAuthorized } from '../exceptions.js';

/** What is stored instead of a password: salt and verifier of SRP-6a (RFC 5054, section 2.4), in hex. */
export interface Verifier {
  readonly salt: string;
  readonly verifier: string;
}

/** The server's state of one proof, kept between its two requests. */
export interface Handshake {
  readonly verifier: Verifier;
  readonly clientPublic: bigint;
  readonly serverSecret: bigint;
  readonly serverPublic: bigint;
}

/** The 3072-bit group of RFC 3526, which is that of RFC 5054 with generator 2 in Cognito's use. */
const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`);
const g = 2n;

/** A number in the form that Cognito hashes: the shortest hex of whole bytes whose first bit is 0. */
export function padHex(value: bigint): string {
  const hex = value.toString(16);
  const even = hex.length % 2 ? `0${hex}` : hex;
  return /^[89a-f]/.test(even) ? `00${even}` : even;
}

const bytes = (value: bigint): Buffer => Buffer.from(padHex(value), 'hex');
const hash = (...parts: BinaryLike[]): Buffer =>
  parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest();
const number = (buffer: Uint8Array): bigint => BigInt(`0x${Buffer.from(buffer).toString('hex')}`);

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base % N, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % N;
    square = (square * square) % N;
  }
  return result;
}

const k = number(hash(bytes(N), bytes(g)));

const privateKey = (identity: string, password: string, salt: bigint): bigint =>
  number(hash(bytes(salt), hash(`${identity}:${password}`)));

/**
 * The verifier of a password. `identity` is the pool's name followed by the internal user name. It is calculated when it is
 * read for the first time: most users of a seed never sign in, and a proof costs milliseconds.
 */
export function verifierOf(identity: string, password: string, saltBytes: Uint8Array = randomBytes(16)): Verifier {
  const salt = number(saltBytes);
  let verifier: string | undefined;
  return {
    salt: salt.toString(16),
    get verifier() {
      return (verifier ??= power(g, privateKey(identity, password, salt)).toString(16));
    },
  };
}

/** Whether a password matches a verifier. */
export function matches({ salt, verifier }: Verifier, identity: string, password: string): boolean {
  const expected = power(g, privateKey(identity, password, BigInt(`0x${salt}`)));
  return timingSafeEqual(hash(bytes(expected)), hash(bytes(BigInt(`0x${verifier}`))));
}

/** The server's half of a proof. Throws for an SRP_A that is a multiple of N: any password would match it. */
export function answerTo(
  clientPublicHex: string,
  verifier: Verifier,
  serverSecret = number(randomBytes(32)),
): Handshake {
  const clientPublic = /^[0-9a-f]+$/i.test(clientPublicHex) ? BigInt(`0x${clientPublicHex}`) : 0n;
  if (clientPublic % N === 0n) throw notAuthorized();
  const serverPublic = (k * BigInt(`0x${verifier.verifier}`) + power(g, serverSecret)) % N;
  return { verifier, clientPublic, serverSecret, serverPublic };
}

/** Whether the client's signature proves that it knows the password. */
export function proves(
  { verifier, clientPublic, serverSecret, serverPublic }: Handshake,
  message: readonly BinaryLike[],
  claim: string,
): boolean {
  const u = number(hash(bytes(clientPublic), bytes(serverPublic)));
  const shared = power(clientPublic * power(BigInt(`0x${verifier.verifier}`), u), serverSecret);
  const key = Buffer.from(hkdfSync('sha256', bytes(shared), bytes(u), 'Caldera Derived Key', 16));
  const expected = message.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest();
  const given = Buffer.from(claim, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
