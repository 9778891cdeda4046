import { createHmac } from 'node:crypto';
import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import library from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';
import type { AuthenticationHelper, BigInteger } from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';

/** The time of a proof, as clients format it. It is signed, and not compared with a clock. */
const TIMESTAMP = 'Tue Jan 6 12:00:00 UTC 2026';

const Helper = 'default' in library ? library.default : library;

/** The members of the library's helper that the types of the project do not have. */
interface Padding {
  padHex(number: BigInteger): string;
}

/** The server's half of a proof, from ChallengeParameters. */
export interface Challenge {
  readonly SALT: string;
  readonly SRP_B: string;
  readonly SECRET_BLOCK: string;
  readonly USER_ID_FOR_SRP: string;
}

/** The client's half of SRP by amazon-cognito-identity-js: its numbers, its paddings, its hashes. */
export class SrpClient {
  readonly #poolName: string;
  readonly #helper: AuthenticationHelper;
  /** The shared secret of the last signature, in hexadecimal digits. */
  sharedSecret = '';

  /** @param secret The random number of the client. Default: a new one. */
  constructor(poolName: string, secret?: bigint) {
    this.#poolName = poolName;
    this.#helper = new Helper(poolName);
    if (secret !== undefined) {
      const smallAValue = this.#number(secret.toString(16));
      this.#helper.calculateA(smallAValue, (error, largeAValue) => {
        if (error) throw error;
        Object.assign(this.#helper, { smallAValue, largeAValue });
      });
    }
    const calculateS = this.#helper.calculateS.bind(this.#helper);
    this.#helper.calculateS = (x, B, callback) =>
      calculateS(x, B, (error, S) => {
        this.sharedSecret = S.toString(16);
        callback(error, S);
      });
  }

  /** `SRP_A` */
  get publicValue(): string {
    return this.#helper.largeAValue.toString(16);
  }

  /** Both public values in one hash, in hexadecimal digits. */
  get scrambler(): string {
    return this.#helper.UValue.toString(16);
  }

  /** The group's modulus, in hexadecimal digits. */
  get modulus(): string {
    return this.#helper.N.toString(16);
  }

  /** A number as Cognito hashes it, in hexadecimal digits. */
  pad(digits: string): string {
    return (this.#helper as AuthenticationHelper & Padding).padHex(this.#number(digits)).toLowerCase();
  }

  /** `PASSWORD_CLAIM_SIGNATURE` */
  claim({ SALT, SRP_B, SECRET_BLOCK, USER_ID_FOR_SRP }: Challenge, password: string, timestamp: string): string {
    let signature = '';
    const [B, salt] = [this.#number(SRP_B), this.#number(SALT)];
    this.#helper.getPasswordAuthenticationKey(USER_ID_FOR_SRP, password, B, salt, (error, key) => {
      if (error) throw error;
      signature = createHmac('sha256', key)
        .update(this.#poolName + USER_ID_FOR_SRP)
        .update(Buffer.from(SECRET_BLOCK, 'base64'))
        .update(timestamp)
        .digest('base64');
    });
    return signature;
  }

  /** The ChallengeResponses for the server's half. */
  prove({ ChallengeParameters }: InitiateAuthResponse, password: string): Record<string, string> {
    // Cognito sends them with every challenge of this kind.
    const challenge = ChallengeParameters as unknown as Challenge;
    return {
      PASSWORD_CLAIM_SECRET_BLOCK: challenge.SECRET_BLOCK,
      PASSWORD_CLAIM_SIGNATURE: this.claim(challenge, password, TIMESTAMP),
      TIMESTAMP,
    };
  }

  #number(digits: string): BigInteger {
    // The library does not export its class of numbers; every number has it as constructor.
    const { constructor } = this.#helper.N as BigInteger & {
      constructor: new (digits: string, radix: number) => BigInteger;
    };
    return new constructor(digits, 16);
  }
}
