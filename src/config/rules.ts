import { ConfigError } from './config.js';
import type { AuthConfig } from './config.js';
import { addressOf } from './domain.js';
import type { OAuthConfig } from './oauth-config.js';
import type { ProviderConfig } from './provider-config.js';
import { isLoopback } from './loopback.js';
import { parseUrl } from './parse-url.js';

/** An object whose values are not checked yet. */
type Values = Readonly<Record<string, unknown>>;

/** What a value must be. */
interface Rule {
  /** In words, after "must be". */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  /** Of the whole object. Missing: it may be left out. */
  readonly isRequired?: (values: Values) => unknown;
  /** Of an object, or of each object in a list: its keys. */
  readonly keys?: Rules;
}

/** The rules of an object, by its keys. */
type Rules<Keys extends string = string> = Readonly<Record<Keys, Rule>>;

const text = (expected: string, pattern: RegExp): Rule => ({
  expected,
  accepts: (value) => isText(value) && pattern.test(value),
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

const isText = (value: unknown): value is string => typeof value === 'string';

const always = () => true;

/** An identity pool may be alone. */
const hasUserPool: Rule['isRequired'] = ({ userPoolId, userPoolClientId, identityPoolId }) =>
  userPoolId ?? userPoolClientId ?? !identityPoolId;

const OBJECT: Rule = { expected: 'an object', accepts: isObject };

const BOOLEAN: Rule = { expected: 'true or false', accepts: (value) => typeof value === 'boolean' };

const objectOf = (what: string, accepts: Rule['accepts']): Rule => ({
  expected: `an object of ${what}`,
  accepts: (value) => isObject(value) && Object.values(value).every(accepts),
});

const STRINGS = objectOf('strings', isText);

/**
 * Passwords, codes and tokens are sent there: the connection is encrypted, or does not leave the device.
 *
 * @returns What else the address says; undefined for one that is not safe.
 */
function placeIn(address: unknown): string | undefined {
  const url = isText(address) && parseUrl(address);
  if (!url) return undefined;
  const { protocol, hostname, username, password, pathname, search, hash } = url;
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isSafe && !(username || password || hash) ? pathname + search : undefined;
}

const EXPECTED_ADDRESS = 'an https: address, or one of this device';

const ENDPOINT: Rule = { expected: EXPECTED_ADDRESS, accepts: (value) => /^[^?]+$/.test(placeIn(value) ?? '') };

const DOMAIN: Rule = {
  expected: 'a domain like example.auth.us-east-1.amazoncognito.com',
  accepts: (value) => isText(value) && placeIn(addressOf(value)) === '/',
};

const REDIRECT: Rule = {
  expected: `${EXPECTED_ADDRESS}, or a list of such`,
  accepts: (value) => [value].flat().length > 0 && [value].flat().every((each) => placeIn(each) !== undefined),
};

const LIST: Rule = {
  expected: 'a list of strings',
  accepts: (value) => Array.isArray(value) && value.every(isText),
};

const FUNCTION: Rule = { expected: 'a function', accepts: (value) => typeof value === 'function' };

const OAUTH: Rules<keyof OAuthConfig> = {
  domain: { ...DOMAIN, isRequired: always },
  redirectSignIn: { ...REDIRECT, isRequired: always },
  redirectSignOut: REDIRECT,
  scopes: LIST,
  responseType: oneOf('code', 'token'),
  urlOpener: FUNCTION,
};

const TEXT = text('a string', /^/);

const ADDRESS: Rule = { expected: EXPECTED_ADDRESS, accepts: (value) => placeIn(value) !== undefined };

const PROVIDER: Rules<keyof ProviderConfig> = {
  name: { ...TEXT, isRequired: always },
  label: TEXT,
  icon: TEXT,
  idpIdentifier: TEXT,
  clientId: text('an id', /^\S+$/),
  issuer: ENDPOINT,
  scopes: LIST,
  redirectUri: ADDRESS,
  logoutUri: ADDRESS,
  audience: TEXT,
  load: FUNCTION,
  version: TEXT,
};

const STORE: Rule = {
  expected: 'local, session, memory or an object with get, set, remove',
  accepts: (value) =>
    isObject(value)
      ? ['get', 'set', 'remove'].every((method) => typeof Reflect.get(value, method) === 'function')
      : value === 'local' || value === 'session' || value === 'memory',
};

/** Every key of a configuration, and what its value must be. */
const RULES: Rules<keyof AuthConfig> = {
  userPoolId: { ...text('like us-east-1_Example1', /^[\w-]+_[\da-z]+$/i), isRequired: hasUserPool },
  userPoolClientId: { ...text('the id of an app client', /^[\w+]+$/), isRequired: hasUserPool },
  userPoolEndpoint: ENDPOINT,
  identityPoolId: text('like us-east-1: and a UUID', /^[\w-]+:[\da-f-]+$/i),
  identityPoolEndpoint: ENDPOINT,
  oauth: { ...OBJECT, keys: OAUTH },
  providers: { expected: 'a list', accepts: Array.isArray, keys: PROVIDER },
  discovery: {
    expected: 'a function, or an object of strings',
    accepts: (value) => FUNCTION.accepts(value) || STRINGS.accepts(value),
  },
  scriptNonce: TEXT,
  authFlow: oneOf('USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'USER_AUTH', 'CUSTOM_WITH_SRP', 'CUSTOM_WITHOUT_SRP'),
  authSessionValidity: number('3 to 15 minutes', (value) => value >= 3 && value <= 15),
  plainPassword: BOOLEAN,
  autoSignIn: BOOLEAN,
  allowGuests: BOOLEAN,
  refreshHandlers: objectOf('functions', FUNCTION.accepts),
  passkeyPrompt: BOOLEAN,
  verifyContact: BOOLEAN,
  skipVerifyFor: number('a number of days', (value) => value >= 0 && value < Infinity),
  threatProtection: BOOLEAN,
  clientMetadata: STRINGS,
  validationData: STRINGS,
  storage: STORE,
  resume: BOOLEAN,
  timeout: number('milliseconds above 0', (value) => value > 0 && value < 2 ** 31),
  environment: OBJECT,
};

/** Whether a configuration has a key of this name. */
export const isKey = (name: string): name is keyof AuthConfig => Object.hasOwn(RULES, name);

/** Checks the own keys of an object. Returns a frozen copy of them, without a prototype. */
function check(given: object, rules: Rules, nameOf: (key: string) => string): object {
  // No prototype: a key that a script has added to every object is no setting.
  const values: Record<string, unknown> = { __proto__: null, ...given };
  for (const key of Object.keys(values)) {
    if (/secret/i.test(key)) throw new ConfigError(nameOf(key), 'left out: no client secret in a browser');
    if (!Object.hasOwn(rules, key)) throw new ConfigError(nameOf(key), 'left out: no such key');
  }
  for (const [key, { expected, accepts, isRequired, keys }] of Object.entries(rules)) {
    const value = values[key];
    if (value === undefined ? isRequired?.(values) : !accepts(value)) throw new ConfigError(nameOf(key), expected);
    if (!keys || value === undefined) continue;
    // In a list, a name alone will do.
    const inner = (entry: unknown) =>
      check(isObject(entry) ? entry : { name: entry }, keys, (name) => nameOf(`${key}.${name}`));
    values[key] = Array.isArray(value) ? value.map(inner) : inner(value);
  }
  return Object.freeze(values);
}

/**
 * Checks a configuration. Client secrets are refused: no browser can keep one.
 *
 * @param names How the page spells the keys (`oauth.scopes`), where that is not our spelling.
 * @returns A frozen copy of its own keys.
 * @throws ConfigError
 */
export function checkConfig(given: unknown, names: Readonly<Record<string, string>> = {}): AuthConfig {
  if (!isObject(given)) throw new ConfigError('config', 'an object');
  // That is what the rules have found out.
  return check(given, RULES, (key) => (Object.hasOwn(names, key) && names[key]) || key) as AuthConfig;
}
