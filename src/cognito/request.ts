import type { AuthConfig, Environment } from '../config/config.js';
import { AuthError } from './errors.js';
import type { AuthErrorCode } from './errors.js';
import { ownOf } from './own.js';

/** A retry starts within this time after the first try, so that with the default timeout an action ends within 15 s. */
const RETRY_WINDOW = 5_000;

/** The longest delay before the first retry; it doubles. Delays are random, because many pages fail at the same moment. */
const BACKOFF = 300;

/** Failures that may pass by themselves. */
const TRANSIENT: readonly AuthErrorCode[] = ['offline', 'service', 'timeout', 'too-many-requests'];

/** One request. */
export interface HttpRequest {
  /** Default: `POST`. */
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** None in a `GET`. */
  readonly body?: string;
  /** Completes even if the page is left. */
  readonly keepalive: boolean;
  /** How often the request is sent again after a transient failure. */
  readonly retries: number;
}

/** What applies to every try of a request. */
export interface RequestControl {
  readonly signal?: AbortSignal | undefined;
  /** Called before each try; may throw to prevent it. */
  readonly beforeTry?: () => void;
}

/**
 * Sends a request and reads the response.
 *
 * @throws AuthError `cancelled` when the signal aborts, `timeout`, `offline`, or what `read` throws.
 */
export type SendRequest = <Result>(
  request: HttpRequest,
  read: (response: Response) => Promise<Result>,
  control?: RequestControl,
) => Promise<Result>;

/** Milliseconds until a request, or work in another tab, counts as unanswered. */
export const timeoutOf = ({ timeout = 10_000 }: Pick<AuthConfig, 'timeout'>): number => timeout;

/** @param config Its `timeout` is that of each try. */
export function createRequest(environment: Environment, config: Pick<AuthConfig, 'timeout'>): SendRequest {
  const timeout = timeoutOf(config);

  async function sendOnce<Result>(
    { method = 'POST', url, headers, body, keepalive }: HttpRequest,
    read: (response: Response) => Promise<Result>,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    const end = new AbortController();
    const abort = () => end.abort();
    let code: AuthErrorCode = 'offline';
    signal?.addEventListener('abort', abort);
    void environment.sleep(timeout, end.signal).then(() => {
      if (!end.signal.aborted) code = 'timeout';
      abort();
    });
    const ended = new Promise<never>((_, reject) => {
      end.signal.addEventListener('abort', () => reject(new Error('No answer came.')));
    });
    try {
      const response = environment.fetch(
        url,
        ownOf<RequestInit>({
          method,
          headers,
          ...(body !== undefined && { body }),
          signal: end.signal,
          keepalive,
          cache: 'no-store',
          credentials: 'omit',
          // A redirect would forward the password.
          redirect: 'error',
          referrerPolicy: 'no-referrer',
        }),
      );
      // Not every `fetch` respects its signal: pages and service workers replace it.
      return await Promise.race([response.then(read), ended]);
    } catch (cause) {
      if (cause instanceof AuthError) throw cause;
      throw new AuthError(signal?.aborted ? 'cancelled' : code, { cause });
    } finally {
      signal?.removeEventListener('abort', abort);
      abort();
    }
  }

  return async (request, read, { signal, beforeTry } = {}) => {
    const start = environment.elapsed();
    const neverAborted = new AbortController().signal;
    for (let tries = 0; ; tries += 1) {
      if (signal?.aborted) throw new AuthError('cancelled');
      beforeTry?.();
      try {
        return await sendOnce(request, read, signal);
      } catch (error) {
        if (tries >= request.retries || !TRANSIENT.includes(AuthError.from(error).code)) throw error;
        const delay = Math.random() * BACKOFF * 2 ** tries;
        if (environment.elapsed() + delay - start > RETRY_WINDOW) throw error;
        await environment.sleep(delay, signal ?? neverAborted);
      }
    }
  };
}
