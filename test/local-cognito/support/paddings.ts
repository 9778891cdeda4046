/** The numbers of a proof that both sides hash (RFC 5054): public values, scrambler, shared secret. */
export type Name = 'A' | 'B' | 'u' | 'S';

/** The properties of a number, in hexadecimal digits, that make a difference to its padding. */
export const PROPERTIES = {
  odd: (digits) => digits.length % 2 === 1,
  negative: (digits) => digits.length % 2 === 0 && /^[89a-f]/.test(digits),
  'a byte short': (digits, name) => BigInt(`0x${digits}`) < 2n ** (name === 'u' ? 247n : 3063n),
} as const satisfies Readonly<Record<string, (digits: string, name: Name) => boolean>>;

export type Property = keyof typeof PROPERTIES;

/** Secrets of client and server. */
export interface Secrets {
  readonly client: bigint;
  readonly server: bigint;
}

/** Added to the offsets below, so that the secrets are as long as real ones. */
const LONG = 2n ** 200n;

const secrets = (client: bigint, server: bigint): Secrets => ({ client: LONG + client, server: LONG + server });

/** The salt of the verifier in these proofs. */
export const SALT = Buffer.from([...Array(16).keys()]);

/** For each number with each property, secrets that lead to it, found by trying. One number in 512 has a byte less, sign included. */
export const PADDINGS: readonly (readonly [Secrets, Readonly<Record<Property, readonly Name[]>>])[] = [
  [secrets(27n, 1n), { odd: ['A', 'B'], negative: ['u', 'S'], 'a byte short': [] }],
  [secrets(27n, 12n), { odd: ['A', 'u'], negative: ['B', 'S'], 'a byte short': [] }],
  [secrets(3n, 19n), { odd: ['u', 'S'], negative: ['A'], 'a byte short': [] }],
  [secrets(2106n, 380n), { odd: [], negative: [], 'a byte short': ['A', 'B'] }],
  [secrets(0n, 83n), { odd: ['u'], negative: ['A', 'B'], 'a byte short': ['u'] }],
  [secrets(0n, 163n), { odd: ['S'], negative: ['A', 'B', 'u'], 'a byte short': ['S'] }],
];

/** `A and B are odd, u and S are negative` */
export const inWords = (properties: (typeof PADDINGS)[number][1]): string =>
  Object.entries(properties)
    .filter(([, names]) => names.length > 0)
    .map(([property, names]) => `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} ${property}`)
    .join(', ');
