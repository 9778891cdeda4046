import { randomBytes } from 'node:crypto';

/** Temporary credentials of AWS, and whose they are. */
interface IssuedCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** The name of the role that they were issued for. */
  readonly role: string;
}

/** How long credentials of the enhanced flow are valid, in milliseconds. */
const LIFETIME = 3_600_000;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `ASIA`, as every key id of temporary credentials begins, and 16 characters of base32. */
const newKeyId = (): string => `ASIA${[...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join('')}`;

/** Issues credentials, and knows those that it has issued. They are worth nothing at AWS. */
export class AwsCredentials {
  readonly #now: () => number;
  readonly #issued = new Map<string, IssuedCredentials>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(role: string): IssuedCredentials {
    const credentials: IssuedCredentials = {
      accessKeyId: newKeyId(),
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(300).toString('base64'),
      // Whole seconds, as the protocol has them.
      expiresAt: Math.floor((this.#now() + LIFETIME) / 1000) * 1000,
      role,
    };
    this.#issued.set(credentials.accessKeyId, credentials);
    return credentials;
  }

  find(accessKeyId: string): IssuedCredentials | undefined {
    return this.#issued.get(accessKeyId);
  }
}
