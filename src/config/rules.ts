import { ConfigError } from './config.js';
import type { AuthConfig } from './config.js';
import { isLoopback } from './loopback.js';

/** What a value must be. */
interface Rule {
  /** In words, after "must be". */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  readonly isRequired?: true;
}

const text = (expected: string, pattern: RegExp): Rule => ({
  expected,
  accepts: (value) => typeof value === 'string' && pattern.test(value),
});

const oneOf = (...words: readonly string[]): Rule => ({
  expected: words.join(' or '),
  // What is no text is none of them.
  accepts: (value) => words.includes(value as string),
});

const number = (expected: string, accepts: (value: number) => boolean): Rule => ({
  expected,
  accepts: (value) => typeof value === 'number' && accepts(value),
});

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const BOOLEAN: Rule = { expected: 'true or false', accepts: (value) => typeof value === 'boolean' };

const STRINGS: Rule = {
  expected: 'an object of strings',
  accepts: (value) => isObject(value) && Object.values(value).every((entry) => typeof entry === 'string'),
};

/** Passwords and tokens are sent there: the connection is encrypted, or does not leave the device. */
const ENDPOINT: Rule = {
  expected: 'an https: address, or one of this device',
  accepts(value) {
    if (typeof value !== 'string' || !URL.canParse(value)) return false;
    const { protocol, hostname, username, password, search, hash } = new URL(value);
    const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
    return isSafe && !(username || password || search || hash);
  },
};

const STORE: Rule = {
  expected: 'local, session, memory or an object with get, set, remove',
  accepts: (value) =>
    isObject(value)
      ? ['get', 'set', 'remove'].every((method) => typeof Reflect.get(value, method) === 'function')
      : value === 'local' || value === 'session' || value === 'memory',
};

/** Every key of a configuration, and what its value must be. */
const RULES: Readonly<Record<keyof AuthConfig, Rule>> = {
  userPoolId: { ...text('like us-east-1_Example1', /^[\w-]+_[\da-z]+$/i), isRequired: true },
  userPoolClientId: { ...text('the id of an app client', /^[\w+]+$/), isRequired: true },
  userPoolEndpoint: ENDPOINT,
  identityPoolId: text('like us-east-1: and a UUID', /^[\w-]+:[\da-f-]+$/i),
  identityPoolEndpoint: ENDPOINT,
  authFlow: oneOf('USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'USER_AUTH', 'CUSTOM_WITH_SRP', 'CUSTOM_WITHOUT_SRP'),
  authSessionValidity: number('3 to 15 minutes', (value) => value >= 3 && value <= 15),
  plainPassword: BOOLEAN,
  autoSignIn: BOOLEAN,
  passkeyPrompt: BOOLEAN,
  verifyContact: BOOLEAN,
  skipVerifyFor: number('a number of days', (value) => value >= 0 && value < Infinity),
  threatProtection: BOOLEAN,
  clientMetadata: STRINGS,
  validationData: STRINGS,
  storage: STORE,
  resume: BOOLEAN,
  timeout: number('milliseconds above 0', (value) => value > 0 && value < 2 ** 31),
  environment: { expected: 'an object', accepts: isObject },
};

/** Whether a configuration has a key of this name. */
export const isKey = (name: string): name is keyof AuthConfig => Object.hasOwn(RULES, name);

/**
 * Checks a configuration. Client secrets are refused: no browser can keep one.
 *
 * @param names How the page spells the keys, where that is not our spelling.
 * @returns A frozen copy of its own keys.
 * @throws ConfigError
 */
export function checkConfig(given: unknown, names: Readonly<Record<string, string>> = {}): AuthConfig {
  if (!isObject(given)) throw new ConfigError('config', 'an object');
  // No prototype: a key that a script has added to every object is no setting.
  const config: Readonly<Record<string, unknown>> = Object.freeze({ __proto__: null, ...given });
  for (const key of Object.keys(config)) {
    if (/secret/i.test(key)) throw new ConfigError(key, 'left out: no client secret in a browser');
    if (!isKey(key)) throw new ConfigError(key, 'left out: no such key');
  }
  for (const [key, { expected, accepts, isRequired }] of Object.entries(RULES)) {
    const value = config[key];
    if (value === undefined ? isRequired : !accepts(value)) throw new ConfigError(names[key] ?? key, expected);
  }
  // That is what the rules have found out.
  return config as unknown as AuthConfig;
}
