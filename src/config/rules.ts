import { ConfigError, isObject, REQUIRED } from './config.js';
import type { AuthConfig } from './config.js';

const fits = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);

/** Whether a host name, as a URL spells it, is one of this device. */
export const isLoopback = (hostname: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** Passwords and tokens go there, so nobody else may listen: the connection is encrypted or does not leave the device. */
function isEndpoint(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  return (
    (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) &&
    !(username || password || search || hash)
  );
}

const isStore = (value: object) =>
  ['get', 'set', 'remove'].every((method) => typeof Reflect.get(value, method) === 'function');

const ENDPOINT = ['an https: address, or one of this device', isEndpoint] as const;

const STRINGS = [
  'an object of strings',
  (value: unknown) => isObject(value) && Object.values(value).every((text) => typeof text === 'string'),
] as const;
const BOOLEAN = ['true or false', (value: unknown) => typeof value === 'boolean'] as const;

/** What each key must be, and how that is found out. */
const RULES: Readonly<Record<keyof AuthConfig, readonly [expected: string, test: (value: unknown) => boolean]>> = {
  userPoolId: ['like us-east-1_Example1', fits(/^[\w-]+_[\da-z]+$/i)],
  userPoolClientId: ['the id of an app client', fits(/^[\w+]+$/)],
  userPoolEndpoint: ENDPOINT,
  identityPoolId: ['like us-east-1: and a UUID', fits(/^[\w-]+:[\da-f-]+$/i)],
  identityPoolEndpoint: ENDPOINT,
  authFlow: ['a flow like USER_AUTH', fits(/^USER_(SRP_|PASSWORD_)?AUTH$|^CUSTOM_WITH(OUT)?_SRP$/)],
  authSessionValidity: ['3 to 15 minutes', (value) => typeof value === 'number' && value >= 3 && value <= 15],
  autoSignIn: BOOLEAN,
  passkeyPrompt: BOOLEAN,
  verifyContact: BOOLEAN,
  skipVerifyFor: ['a number of days', (value) => typeof value === 'number' && value >= 0 && value < Infinity],
  threatProtection: BOOLEAN,
  clientMetadata: STRINGS,
  validationData: STRINGS,
  storage: [
    'local, session, memory or an object with get, set, remove',
    (value) => (isObject(value) ? isStore(value) : fits(/^(local|session|memory)$/)(value)),
  ],
  resume: BOOLEAN,
  timeout: ['milliseconds above 0', (value) => typeof value === 'number' && value > 0 && value < 2 ** 31],
  environment: ['an object', isObject],
};

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
    if (value === undefined ? REQUIRED.some((name) => name === key) : !test(value))
      throw new ConfigError(names[key] ?? key, expected);
  }
}
