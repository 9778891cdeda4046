import { ConfigError } from './config.js';

/** Attributes of the cookies that keep a session, as RFC 6265 has them. */
export interface CookieOptions {
  /** The domain whose hosts share the session: that of the page, or one above it. Default: the host of the page alone. */
  readonly domain?: string;
  /** Pages below this path have the session. Default: `/`. */
  readonly path?: string;
  /** Days until the cookies expire, or when. Default: 365 days, counted from the last write. */
  readonly expires?: number | Date;
  /** Whether the cookies are for encrypted connections alone. Default: true. Browsers may take `http://localhost` for one. */
  readonly secure?: boolean;
  /** Whether requests from other sites carry them. Default: that of the browser. */
  readonly sameSite?: 'strict' | 'lax' | 'none';
}

interface Rule {
  readonly expected: string;
  readonly accepts: (value: unknown, options: CookieOptions) => boolean;
}

/** What ends an attribute of a cookie must not be in one. */
const isAttribute = (value: unknown): boolean => typeof value === 'string' && !/[;\p{Cc}]/u.test(value);

const RULES: readonly (Rule & { readonly key: keyof CookieOptions })[] = [
  { key: 'domain', expected: 'a domain like example.com', accepts: isAttribute },
  { key: 'path', expected: 'a path like /', accepts: isAttribute },
  {
    key: 'expires',
    expected: 'a number of days, or a Date',
    accepts: (value) => Number.isFinite(value instanceof Date ? value.getTime() : value),
  },
  { key: 'secure', expected: 'true or false', accepts: (value) => typeof value === 'boolean' },
  {
    key: 'sameSite',
    expected: 'strict, lax or none',
    accepts: (value) => value === 'strict' || value === 'lax' || value === 'none',
  },
  {
    key: 'sameSite',
    expected: 'strict or lax where "secure" is false',
    accepts: (value, { secure }) => value !== 'none' || secure !== false,
  },
];

/**
 * Checks the attributes of cookies. Keys that are not listed are ignored, as by Amplify.
 *
 * @param name How the page spells the object.
 * @throws ConfigError
 */
export function checkCookieOptions(given: unknown, name: string): CookieOptions {
  if (typeof given !== 'object' || given === null) throw new ConfigError(name, 'an object');
  for (const { key, expected, accepts } of RULES) {
    const value: unknown = Reflect.get(given, key);
    if (value !== undefined && !accepts(value, given)) throw new ConfigError(`${name}.${key}`, expected);
  }
  return { ...given };
}
