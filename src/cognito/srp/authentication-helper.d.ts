declare module 'amazon-cognito-identity-js/lib/AuthenticationHelper.js' {
  /** The library's own big integers. Slow, but its encodings are those that Cognito hashes. */
  export interface BigInteger {
    toString(radix: number): string;
  }

  type Callback<Result> = (error: Error | null, result: Result) => void;

  /** The client's side of SRP as Cognito speaks it. Missing from the types of the package. */
  export class AuthenticationHelper {
    constructor(poolName: string);
    readonly N: BigInteger;
    readonly g: BigInteger;
    readonly k: BigInteger;
    readonly smallAValue: BigInteger;
    readonly largeAValue: BigInteger;
    readonly UValue: BigInteger;
    /** SHA-256 in hexadecimal digits. */
    hash(data: Uint8Array | string): string;
    /** SHA-256 of the bytes that hexadecimal digits stand for. */
    hexHash(digits: string): string;
    /** 16 bytes by HKDF (RFC 5869), with the information that Cognito uses. */
    computehkdf(secret: Uint8Array, salt: Uint8Array): Uint8Array;
    /** The digits of a number, padded so that it is not read as a negative one. */
    padHex(number: BigInteger): string;
    generateRandomSmallA(): BigInteger;
    calculateA(a: BigInteger, callback: Callback<BigInteger>): void;
    calculateS(x: BigInteger, serverPublicValue: BigInteger, callback: Callback<BigInteger>): void;
    getPasswordAuthenticationKey(
      username: string,
      password: string,
      serverPublicValue: BigInteger,
      salt: BigInteger,
      callback: Callback<Uint8Array>,
    ): void;
  }

  /** A CommonJS module with a default export: bundlers see through that, Node does not. */
  const library: typeof AuthenticationHelper | { readonly default: typeof AuthenticationHelper };
  // eslint-disable-next-line no-restricted-exports -- As the library has it.
  export default library;
}
