import type { SessionStore } from '../config/config.js';
import type { CookieOptions } from '../config/cookie-options.js';
import { decoded, ownerOf, piecesOf, textIn } from './cookie-chunks.js';

const DAY = 24 * 3_600_000;

/** The attributes of a cookie, as `document.cookie` takes them. */
function attributesOf({ domain, path = '/', secure = true, sameSite }: CookieOptions): string {
  const parts = [`path=${path}`, domain && `domain=${domain}`, secure && 'secure', sameSite && `samesite=${sameSite}`];
  return parts.filter(Boolean).join('; ');
}

const expiryOf = (expires: number | Date): Date =>
  typeof expires === 'number' ? new Date(Date.now() + expires * DAY) : expires;

/** `/a/b` is below `/`, `/a`, `/a/` and `/a/b`. */
const pathsOf = (pathname: string): readonly string[] => [
  ...[...pathname.matchAll(/\//g)].flatMap(({ index }) => [pathname.slice(0, index), pathname.slice(0, index + 1)]),
  pathname,
];

/** `www.example.com` is below `example.com`, and below `com`, which browsers ignore. */
const domainsOf = (hostname: string): readonly string[] =>
  hostname.split('.').map((_, index, labels) => labels.slice(index).join('.'));

/** The attributes that a cookie of a page may have been written with, whatever the configuration was then. */
function allAttributes({ pathname, hostname }: Location, { secure = true }: CookieOptions): readonly string[] {
  const hosts = [{}, ...domainsOf(hostname).map((domain) => ({ domain }))];
  return hosts.flatMap((host) => pathsOf(pathname).map((path) => attributesOf({ ...host, path, secure })));
}

/** A cookie that the page can see: as it is, and what its name stands for. */
interface Seen {
  readonly raw: string;
  readonly name: string;
  readonly value: string;
}

/** The cookies in what `document.cookie` answers. A longer path comes first, as browsers say. */
const seenIn = (cookies: string): readonly Seen[] =>
  cookies.split('; ').flatMap((pair) => {
    const end = pair.indexOf('=');
    const raw = pair.slice(0, Math.max(end, 0));
    return raw ? [{ raw, name: decoded(raw), value: pair.slice(end + 1) }] : [];
  });

/** What each cookie holds, by name: of two, the first. Pieces stay encoded, since a cut may be inside of a character. */
const contentsOf = (cookies: readonly Seen[]): ReadonlyMap<string, string> =>
  new Map([...cookies].reverse().map(({ name, value }) => [name, isPiece(name) ? value : decoded(value)] as const));

const isPiece = (name: string): boolean => ownerOf(name) !== undefined;

/**
 * Cookies as a store: for hosts of one domain that share a session. Every request to them carries all of it, and scripts can
 * read it as they can localStorage.
 *
 * @param page The window whose cookies these are.
 */
export function cookieStore(
  options: CookieOptions,
  page: Pick<typeof globalThis, 'document' | 'location'> = globalThis,
): SessionStore {
  const seen = (): readonly Seen[] => seenIn(page.document.cookie);
  const own = attributesOf(options);
  const put = (raw: string, value: string, expires: Date, attributes = own): void => {
    page.document.cookie = `${raw}=${value}; expires=${expires.toUTCString()}; ${attributes}`;
  };
  const drop = (isUnwanted: (name: string) => boolean, attributes = own): void =>
    seen()
      .filter(({ name }) => isUnwanted(name))
      .forEach(({ raw }) => put(raw, '', new Date(0), attributes));
  return {
    get: (key) => textIn(contentsOf(seen()), key),
    set(key, value) {
      const before = new Set(seen().flatMap(({ name }) => (ownerOf(name) === key ? [name] : [])));
      const expires = expiryOf(options.expires ?? 365);
      for (const [name, piece] of piecesOf(key, value)) put(encodeURIComponent(name), piece, expires);
      drop((name) => before.has(name));
    },
    remove(key) {
      // Those that were written with other attributes would come back.
      for (const attributes of [own, ...allAttributes(page.location, options)]) {
        // The key first: what is left of the pieces is none then.
        drop((name) => name === key, attributes);
        drop((name) => ownerOf(name) === key, attributes);
      }
    },
    keys: () => new Set(seen().flatMap(({ name }) => (isPiece(name) ? [] : [name]))),
  };
}
