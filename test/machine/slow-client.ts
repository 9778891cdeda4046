import type { AuthClient, FlowClient, SessionChange } from '../../src/client/auth-client.js';
import type { Step } from '../../src/client/step.js';
import type { AuthError } from '../../src/cognito/errors.js';

/** A request, pending or aborted. */
export interface Request {
  readonly method: keyof FlowClient;
  readonly signal: AbortSignal | undefined;
  isSettled: boolean;
  /** Answers, even if the request was aborted, as a network can. */
  settle(answer: Step | AuthError): void;
}

/** A client whose responses a test gives, in any order, at any time, or never. */
export class SlowClient implements AuthClient {
  readonly requests: Request[] = [];
  readonly #listeners = new Set<(change: SessionChange) => void>();

  readonly restore = this.#waits('restore');
  readonly signIn = this.#waits('signIn');
  readonly offerPasskey = this.#waits('offerPasskey');
  readonly federate = this.#waits('federate');
  readonly answer = this.#waits('answer');
  readonly startAgain = this.#waits('startAgain');
  readonly signUp = this.#waits('signUp');
  readonly confirmSignUp = this.#waits('confirmSignUp');
  readonly resendSignUpCode = this.#waits('resendSignUpCode');
  readonly forgotPassword = this.#waits('forgotPassword');
  readonly resetPassword = this.#waits('resetPassword');
  readonly setUpTotp = this.#waits('setUpTotp');
  readonly signOut = this.#waits('signOut');

  /** The pending ones. */
  get awaited(): readonly Request[] {
    return this.requests.filter(({ isSettled, signal }) => !isSettled && !signal?.aborted);
  }

  /** The aborted ones that may still be answered. */
  get abandoned(): readonly Request[] {
    return this.requests.filter(({ isSettled, signal }) => !isSettled && signal?.aborted);
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  leave(): void {
    // Nothing is stored.
  }

  prepare(): Promise<void> {
    return Promise.resolve();
  }

  account(): Promise<never> {
    return Promise.reject(new Error('The chart asks for no account.'));
  }

  rememberMethod(): Promise<never> {
    return Promise.reject(new Error('The chart keeps no method.'));
  }

  lastMethod(): Promise<never> {
    return Promise.reject(new Error('The chart asks for no method.'));
  }

  identity(): Promise<never> {
    return Promise.reject(new Error('The chart asks for no identity.'));
  }

  getTokens(): Promise<never> {
    return Promise.reject(new Error('The chart asks for no tokens.'));
  }

  readonly getCredentials = (): Promise<never> => Promise.reject(new Error('The chart asks for no credentials.'));

  watch(listener: (change: SessionChange) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  change(change: SessionChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  #waits(method: keyof FlowClient) {
    return (_input: unknown, signal?: AbortSignal): Promise<Step> =>
      new Promise((resolve, reject) => {
        const request: Request = {
          method,
          signal,
          isSettled: false,
          settle: (answer) => {
            request.isSettled = true;
            if (answer instanceof Error) reject(answer);
            else resolve(answer);
          },
        };
        this.requests.push(request);
      });
  }
}
