import type { ForeignConfig } from '../config/config.js';
import type { CookieOptions } from '../config/cookie-options.js';
import { storeOf } from '../config/readers/amplify-storage.js';
import { warnOnce } from '../misuse.js';

/** Where the session is kept: an object, or a class with static methods. Each may return a value or a promise. */
export interface CompatStorage {
  getItem(key: string): unknown;
  setItem(key: string, value: string): unknown;
  removeItem(key: string): unknown;
  clear(): unknown;
  /** Fills a storage that is asynchronous inside. Called once, and awaited by every method of `Auth`. */
  sync?(): unknown;
}

/** The configuration of `Auth`, in the words of the guides. Keys that are not listed are kept, and have no meaning here. */
export interface CompatConfig {
  /** Region of the pools. It is read from their ids, too. */
  readonly region?: string;
  /** Id of the user pool: `us-east-1_Example1`. */
  readonly userPoolId?: string;
  /** Id of an app client without a secret. */
  readonly userPoolWebClientId?: string;
  /** Id of the identity pool: `us-east-1:` and a UUID. */
  readonly identityPoolId?: string;
  /** Whether users who are not signed in get no AWS credentials. */
  readonly mandatorySignIn?: boolean;
  /** How `signIn` with a password signs in. */
  readonly authenticationFlowType?: string;
  /** Sent to Lambda functions with each call that has none of its own. */
  readonly clientMetadata?: Readonly<Record<string, string>>;
  /** Where the session is kept. `localStorage` and `sessionStorage` are taken, too. Default: `localStorage`. */
  readonly storage?: CompatStorage;
  /** Keeps the session in cookies with these attributes, where no storage is given. See `cookieStore` of the client. */
  readonly cookieStorage?: CookieOptions;
  /** Address of the user pool, if it is not that of its region. */
  readonly endpoint?: string | undefined;
  /** How new accounts are confirmed. */
  readonly signUpVerificationMethod?: 'code' | 'link';
  readonly [key: string]: unknown;
}

/** Our keys of `aws-exports` in the words of `Auth`. */
const AWS_EXPORTS: ReadonlyMap<string, string> = new Map([
  ['aws_user_pools_id', 'userPoolId'],
  ['aws_user_pools_web_client_id', 'userPoolWebClientId'],
  ['aws_cognito_region', 'region'],
  ['aws_cognito_identity_pool_id', 'identityPoolId'],
  ['aws_cognito_sign_up_verification_method', 'signUpVerificationMethod'],
]);

/** What an `aws-exports` says of `Auth`. */
const fromAwsExports = (given: CompatConfig): CompatConfig => ({
  ...Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => {
      const name = AWS_EXPORTS.get(key);
      return name ? [[name, value]] : [];
    }),
  ),
  ...('aws_mandatory_sign_in' in given && { mandatorySignIn: given['aws_mandatory_sign_in'] === 'enable' }),
});

/** A configuration with what is given added: keys of `Auth` beside all others, over `Auth: { … }`, over `aws-exports`. */
export const merged = (before: CompatConfig, given: CompatConfig & { readonly Auth?: CompatConfig }): CompatConfig => {
  const { Auth = {}, ...own } = given;
  return { ...before, ...fromAwsExports(given), ...Auth, ...own };
};

/** The methods that a storage must have, as the guides say. */
const METHODS = ['getItem', 'setItem', 'removeItem', 'clear'] as const satisfies readonly (keyof CompatStorage)[];

/**
 * Checks the storage of a configuration.
 *
 * @throws Error `Empty storage object`, as in the guides, for one without the four methods.
 */
export function checkStorage({ storage }: CompatConfig): void {
  // Called from scripts that no compiler has read.
  if (storage && METHODS.some((method) => typeof (storage[method] as unknown) !== 'function')) {
    throw new Error('Empty storage object');
  }
}

/** Begins to fill the storage of a configuration. What fails here is told by the calls that wait for it. */
export function filledStorage({ storage }: CompatConfig): Promise<unknown> {
  const filled = (async () => storage?.sync?.())();
  filled.catch(() => undefined);
  return filled;
}

/** The region in the id of a user pool. */
const REGION = /^([\w-]+)_/;

/** Tells the developer of keys that have no effect: a region that is not that of the pool, whose id decides, and `ssr`. */
export function warnOfIneffective(config: CompatConfig): void {
  if (config['ssr']) warnOnce('"ssr" has no effect: no server can read a session of this package.');
  const found = REGION.exec(String(config.userPoolId))?.[1];
  if (config.region && found && config.region !== found) {
    warnOnce(`"region" has no effect: "userPoolId" is in ${found}.`);
  }
}

/**
 * The configuration for the client. Metadata are given with each call. The storage is filled before a client is opened.
 */
export function clientConfigOf({ storage, ...config }: CompatConfig): ForeignConfig {
  const kept = storage && { storage: storeOf(storage, () => undefined) };
  return { Auth: { ...config, clientMetadata: undefined, ...kept } };
}
