import { VISIT_LIFETIME } from '../store/visitors.js';

/** The cookie that remembers a sign-in. */
export const VISIT_COOKIE = 'cognito';
/** The cookie that ties the return from an identity provider to the browser that left for it. */
export const STATE_COOKIE = 'csrf-state';

const cookie = (name: string, value: string, maxAge: number): string =>
  `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`;

/** Sets the cookie of a visit, for an hour. */
export const visitCookie = (id: string): string => cookie(VISIT_COOKIE, id, VISIT_LIFETIME);

/** Sets the cookie of a sign-in at an identity provider, for the five minutes that it may take. */
export const stateCookie = (state: string): string => cookie(STATE_COOKIE, state, 300);

/** Removes a cookie. */
export const noCookie = (name: string): string => cookie(name, '', 0);

/** The cookies of a request, by name. */
export const cookiesIn = (header = ''): ReadonlyMap<string, string> =>
  new Map(
    header.split(/; */).map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
  );
