import { integerOfHex } from './integers.js';

/** The 3072-bit prime of RFC 3526, section 4: all arithmetic of Cognito's SRP is modulo this number. The generator is 2. */
export const PRIME = integerOfHex(`
  ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404dd
  ef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed
  ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf0598da48361c55d39a69163fa8fd24cf5f
  83655d23dca3ad961c62f356208552bb9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b
  e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf6955817183995497cea956ae515d2261898fa0510
  15728e5a8aaac42dad33170d04507a33a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7
  abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864d87602733ec86a64521f2b18177b200c
  bbe117577a615d6c770988c0bad946e208e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff
`);

/** `k` in RFC 5054: the SHA-256 of the prime and the generator. */
export const MULTIPLIER = integerOfHex('538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6');

/** A product of 6144 bits is split here. */
const UPPER = 4608;
const SHIFT = BigInt(UPPER);

/** What the lowest bit of the upper part is worth modulo the prime. */
const UPPER_VALUE = (1n << SHIFT) % PRIME;

/**
 * The product of two numbers modulo the prime. It is folded before it is divided (Hasenplaugh, Gaubatz and Gopal, "Fast
 * Modular Reduction", 2007): browsers divide more slowly than they multiply.
 *
 * @param one From 0 to below the prime, as the other.
 */
export function multiply(one: bigint, other: bigint): bigint {
  const product = one * other;
  return ((product >> SHIFT) * UPPER_VALUE + BigInt.asUintN(UPPER, product)) % PRIME;
}
