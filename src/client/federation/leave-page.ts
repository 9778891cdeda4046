import { AuthError } from '../../cognito/errors.js';
import type { AuthErrorCode } from '../../cognito/errors.js';
import type { OAuthConfig } from '../../config/oauth-config.js';
import type { Environment } from '../../config/config.js';

/** Where to, and how long that may take. */
export interface Departure extends Pick<OAuthConfig, 'urlOpener'> {
  readonly url: string;
  /** Where the pages return to. */
  readonly redirectUri: string;
  /** Milliseconds until a page that is still here counts as not left. */
  readonly timeout: number;
  readonly sleep: Environment['sleep'];
}

/**
 * Leaves the page. Settles only if it was not left.
 *
 * @throws AuthError `cancelled` when the user came back to it by the Back button, or the signal aborts; `offline` or
 * `timeout` when the other page did not open; `unknown` when the page's own `urlOpener` failed.
 */
export function leavePage(
  { url, redirectUri, urlOpener, timeout, sleep }: Departure,
  signal?: AbortSignal,
): Promise<never> {
  return new Promise((_, reject) => {
    const settled = new AbortController();
    const options = { signal: settled.signal };
    let isLeft = false;
    const fail = (code: AuthErrorCode, cause?: unknown) => {
      settled.abort();
      // An opener of the page may have opened another window, which is not ours to stop.
      if (!urlOpener && !isLeft) globalThis.stop();
      reject(new AuthError(code, { cause }));
    };
    addEventListener('pagehide', () => (isLeft = true), options);
    // A page that browsers have frozen comes back whole, with this promise.
    addEventListener('pageshow', ({ persisted }) => persisted && fail('cancelled'), options);
    signal?.addEventListener('abort', () => fail('cancelled'), options);
    void sleep(timeout, settled.signal).then(() => {
      if (!isLeft && !settled.signal.aborted) fail(navigator.onLine ? 'timeout' : 'offline');
    });
    void (async () => {
      try {
        if (urlOpener) await urlOpener(url, redirectUri);
        else location.assign(url);
      } catch (cause) {
        fail('unknown', cause);
      }
    })();
  });
}
