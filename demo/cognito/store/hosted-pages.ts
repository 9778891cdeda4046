import { AuthorizationCodes } from './authorization-codes.js';
import { Visitors } from './visitors.js';

/** A sign-in that goes on at an identity provider. */
export interface ProviderSignIn {
  readonly provider: string;
  /** The request of the app, as it came. */
  readonly query: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** An error that an app gets in place of a code or tokens. */
export interface ReturnedError {
  readonly error: string;
  readonly description?: string | undefined;
}

/** The state of the hosted pages. */
export class HostedPages {
  readonly codes: AuthorizationCodes;
  readonly visitors: Visitors;
  /** The sign-ins at identity providers that have not come back, by their `state`. */
  readonly providerSignIns = new Map<string, ProviderSignIn>();
  /** What the next return to an app is, if it has to fail. */
  nextError: ReturnedError | undefined;
  /** What the answers of the token endpoint wait for. */
  tokensHeld: Promise<void> | undefined;
  #release: (() => void) | undefined;

  constructor(now: () => number) {
    this.codes = new AuthorizationCodes(now);
    this.visitors = new Visitors(now);
  }

  /** Holds the answers of the token endpoint back. */
  holdTokens(): void {
    this.tokensHeld ??= new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  /** Lets them go. */
  releaseTokens(): void {
    this.tokensHeld = undefined;
    this.#release?.();
  }
}
