/** What the development server tells about the local Cognito that it started. */
export interface LocalCognito {
  /** Where it listens: `http://localhost:9229/`. */
  readonly endpoint: string;
  readonly pools: readonly {
    readonly title: string;
    readonly userPoolId: string;
    readonly userPoolClientId: string;
    /** How its people sign in, where not by SRP. */
    readonly authFlow?: string;
    /** How new accounts are confirmed, where not by a code. */
    readonly verification?: 'link';
    readonly people: readonly Person[];
  }[];
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
