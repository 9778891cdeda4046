/**
 * How somebody signs in. `USER_SRP_AUTH`: by a password that never leaves the page. `USER_PASSWORD_AUTH`: by one that does,
 * as a user migration function needs. `USER_AUTH`: by what they choose of what their account has. `CUSTOM_WITH_SRP`,
 * `CUSTOM_WITHOUT_SRP`: by what Lambda functions ask, after a password or without one.
 */
export type AuthFlow = 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'USER_AUTH' | 'CUSTOM_WITH_SRP' | 'CUSTOM_WITHOUT_SRP';

/** The settings of an {@link AuthConfig | Auth}. Everything but the two ids has a default. */
export interface AuthConfig {
  /** Id of the user pool, for instance `us-east-1_Example1`. The region is read from it. */
  readonly userPoolId: string;
  /** Id of an app client without a secret. */
  readonly userPoolClientId: string;
  /** Where the user pool answers. Default: the address of Cognito in the pool's region. `https:`, or this device. */
  readonly userPoolEndpoint?: string;
  /** Id of an identity pool, for AWS credentials: `us-east-1:` and a UUID. */
  readonly identityPoolId?: string;
  /** Where the identity pool answers. Default: the address of Cognito in its region. `https:`, or this device. */
  readonly identityPoolEndpoint?: string;
  /** Default: `USER_SRP_AUTH`. */
  readonly authFlow?: AuthFlow;
  /** Whether somebody who has just created and confirmed an account is signed in at once. Default: true. */
  readonly autoSignIn?: boolean;
  /** Passed on to Lambda functions with every request that may trigger one. Never put a secret there. */
  readonly clientMetadata?: Readonly<Record<string, string>>;
  /** Where the session is kept: `local` (default; until sign-out), `session` (this tab), `memory` (this page), or yours. */
  readonly storage?: 'local' | 'session' | 'memory' | SessionStore;
  /** Milliseconds until a request counts as unanswered. Default: 10 000. */
  readonly timeout?: number;
  /** The outside world, for tests: what is given takes the place of the browser's own. */
  readonly environment?: Partial<Environment>;
}

/** A place for the session: one string under one key. Each method may answer at once or by a promise. */
export interface SessionStore {
  get(key: string): string | null | undefined | Promise<string | null | undefined>;
  set(key: string, value: string): void | Promise<void>;
  remove(key: string): void | Promise<void>;
  /** Every key there is. Used to remove what older libraries left behind; may be missing. */
  keys?(): Iterable<string>;
}

/** What the client needs of the world around it. */
export interface Environment {
  readonly fetch: typeof fetch;
  /** Epoch milliseconds on this device's clock, which may be wrong and may jump. */
  now(): number;
  /** Milliseconds that only ever grow, from any beginning. */
  elapsed(): number;
  /** Resolves after so many milliseconds, or when the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Configurations of other libraries, which `config-readers.ts` understands. Keys of {@link AuthConfig} may be added. */
export type ForeignConfig = (
  | { readonly aws_user_pools_id: string }
  | { readonly auth: object }
  | { readonly Auth: object }
  | { readonly userPoolWebClientId: string }
) &
  Partial<AuthConfig>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a configuration was written for another library. */
export const isForeign = (config: AuthConfig | ForeignConfig): config is ForeignConfig =>
  isObject(config) && ['aws_user_pools_id', 'auth', 'Auth', 'userPoolWebClientId'].some((key) => key in config);

/** A key of the configuration that is missing, unknown or wrong. The value is not repeated: it may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** The key, as the page spells it. */
  readonly key: string;

  constructor(key: string, expected: string) {
    super(`auth-elements: "${key}" must be ${expected}.`);
    this.key = key;
  }
}

const fits = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);

/** Passwords and tokens go there, so nobody else may listen: the connection is encrypted or does not leave the device. */
function isEndpoint(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  const isLoopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isLoopback)) && !(username || password || search || hash);
}

const isStore = (value: object) =>
  ['get', 'set', 'remove'].every((method) => typeof Reflect.get(value, method) === 'function');

const ENDPOINT = ['an https: address, or one of this device', isEndpoint] as const;

/** What each key must be, and how that is found out. */
const RULES: Readonly<Record<keyof AuthConfig, readonly [expected: string, test: (value: unknown) => boolean]>> = {
  userPoolId: ['like us-east-1_Example1', fits(/^[\w-]+_[\da-z]+$/i)],
  userPoolClientId: ['the id of an app client', fits(/^[\w+]+$/)],
  userPoolEndpoint: ENDPOINT,
  identityPoolId: ['like us-east-1: and a UUID', fits(/^[\w-]+:[\da-f-]+$/i)],
  identityPoolEndpoint: ENDPOINT,
  authFlow: ['a flow like USER_AUTH', fits(/^USER_(SRP_|PASSWORD_)?AUTH$|^CUSTOM_WITH(OUT)?_SRP$/)],
  autoSignIn: ['true or false', (value) => typeof value === 'boolean'],
  clientMetadata: [
    'an object of strings',
    (value) => isObject(value) && Object.values(value).every((text) => typeof text === 'string'),
  ],
  storage: [
    'local, session, memory or an object with get, set, remove',
    (value) => (isObject(value) ? isStore(value) : fits(/^(local|session|memory)$/)(value)),
  ],
  timeout: ['milliseconds above 0', (value) => typeof value === 'number' && value > 0 && value < 2 ** 31],
  environment: ['an object', isObject],
};

const REQUIRED: readonly string[] = ['userPoolId', 'userPoolClientId'] satisfies (keyof AuthConfig)[];

/**
 * Refuses what is not a configuration, and a client secret, which no browser can keep.
 *
 * @param names How the page spells the keys, where it is not as we do.
 * @throws ConfigError
 */
export function checkConfig(config: AuthConfig, names: Readonly<Record<string, string>> = {}): void {
  if (!isObject(config)) throw new ConfigError('config', 'an object');
  const given = new Map<string, unknown>(Object.entries(config));
  for (const key of given.keys()) {
    if (/secret/i.test(key)) throw new ConfigError(key, 'left out: no client secret in a browser');
    if (!Object.hasOwn(RULES, key)) throw new ConfigError(key, 'left out: no such key');
  }
  for (const [key, [expected, test]] of Object.entries(RULES)) {
    const value = given.get(key);
    if (value === undefined ? REQUIRED.includes(key) : !test(value)) throw new ConfigError(names[key] ?? key, expected);
  }
}
