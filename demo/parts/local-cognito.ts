import type { AuthConfig, MfaTypes } from '../../src/index.js';

/** The local Cognito that the development server has started. */
export interface LocalCognito {
  /** `http://localhost:9229/` */
  readonly endpoint: string;
  /** That of the identity pools, and of the services that take their credentials. */
  readonly identityEndpoint: string;
  /** An identity pool that has guests. */
  readonly identityPoolId: string;
  /** The issuer of the identity provider, if one was started. */
  readonly upstream?: string;
  readonly pools: readonly LocalPool[];
}

/** A user pool, and the configuration of a page for it. */
export interface LocalPool {
  readonly title: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  /** The flow to sign in with, unless it is SRP. */
  readonly authFlow?: string;
  /** How new accounts are confirmed, unless it is by a code. */
  readonly verification?: 'link';
  /** The second factors to choose from, where one is optional. */
  readonly mfaTypes?: MfaTypes;
  /** Where its sign-in pages are, if it has some. */
  readonly domain?: string;
  /** The ways to sign in besides the form. */
  readonly providers?: AuthConfig['providers'];
  readonly people: readonly Person[];
}

/** A user of the seed. */
export interface Person {
  readonly username: string;
  readonly password: string;
  /** What happens at the sign-in. */
  readonly note: string;
  /** Whether the user has an authenticator app. */
  readonly totp?: boolean;
}

let answer: Promise<LocalCognito> | undefined;

/** The local Cognito of this page. */
export const localCognito = (): Promise<LocalCognito> =>
  (answer ??= fetch('/local-cognito.json').then((response) => response.json() as Promise<LocalCognito>));
