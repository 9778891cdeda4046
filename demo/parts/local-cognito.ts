import type { MfaTypes } from '../../src/index.js';

/** What the development server tells about the local Cognito that it started. */
export interface LocalCognito {
  /** Where it listens: `http://localhost:9229/`. */
  readonly endpoint: string;
  readonly pools: readonly LocalPool[];
}

/** A user pool, and how a page has to be set up for it. */
export interface LocalPool {
  readonly title: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  /** How its people sign in, where not by SRP. */
  readonly authFlow?: string;
  /** How new accounts are confirmed, where not by a code. */
  readonly verification?: 'link';
  /** What people may choose for a second factor, where they need not have one. */
  readonly mfaTypes?: MfaTypes;
  readonly people: readonly Person[];
}

/** Somebody who has an account from the start. */
export interface Person {
  readonly username: string;
  readonly password: string;
  /** What will happen when they sign in. */
  readonly note: string;
  /** Set when the person has an authenticator app. */
  readonly totp?: boolean;
}

let answer: Promise<LocalCognito> | undefined;

/** The local Cognito of this page. */
export const localCognito = (): Promise<LocalCognito> =>
  (answer ??= fetch('/local-cognito.json').then((response) => response.json() as Promise<LocalCognito>));
