import { randomUUID } from 'node:crypto';
import type { User } from './model.js';
import type { Caller } from './user-context.js';

/** What an authorization code stands for (RFC 6749, section 4.1). */
export interface Authorization extends Caller {
  readonly user: User;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly nonce: string | undefined;
  /** The S256 challenge of PKCE (RFC 7636). */
  readonly codeChallenge: string | undefined;
}

/** A code that was issued. */
interface IssuedCode {
  readonly authorization: Authorization;
  expiresAt: number;
  uses: number;
  /** What its first use brought. */
  refreshToken: string | undefined;
}

const LIFETIME = 300_000;

/** The authorization codes. Each is good for five minutes. */
export class AuthorizationCodes {
  readonly #now: () => number;
  readonly #codes = new Map<string, IssuedCode>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(authorization: Authorization): string {
    const code = randomUUID();
    this.#codes.set(code, { authorization, expiresAt: this.#now() + LIFETIME, uses: 0, refreshToken: undefined });
    return code;
  }

  /** A code, whether it was used before or not. Undefined for an unknown or expired one. */
  find(code: string): IssuedCode | undefined {
    const issued = this.#codes.get(code);
    return issued && issued.expiresAt > this.#now() ? issued : undefined;
  }

  /** Lets every code expire now. */
  expireAll(): void {
    for (const issued of this.#codes.values()) issued.expiresAt = this.#now();
  }
}
