import type { SessionStore } from '../config/config.js';
import { checkCookieOptions } from '../config/cookie-options.js';
import type { CookieOptions } from '../config/cookie-options.js';
import { cookieStore as open } from '../session/cookie-store.js';

/**
 * Cookies as the `storage` of a configuration: for hosts of one domain that share a session, which no other store can.
 * Every request to that domain then carries about 5 kB of tokens, and scripts can read them as they can localStorage: no
 * cookie that a script has written is HttpOnly. Where browsers do not take the cookies, the session is kept in memory.
 *
 * @throws ConfigError for an attribute that no cookie has.
 */
export const cookieStore = (options: CookieOptions = {}): SessionStore =>
  open(checkCookieOptions(options, 'cookieStore'));
