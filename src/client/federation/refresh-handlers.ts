import { AuthError } from '../../cognito/errors.js';
import { loginKeyOf } from '../../cognito/login-keys.js';
import { timeoutOf } from '../../cognito/request.js';
import type { AuthConfig, Environment } from '../../config/config.js';
import type { ProviderLogin } from '../../providers/provider.js';
import { abortable } from '../../cognito/abortable.js';
import { withDeadline } from '../../cognito/with-deadline.js';
import { EXPECTED_LOGIN, isProviderLogin } from './provider-logins.js';

/** How the page gets a newer token of a provider. */
type RefreshHandler = NonNullable<AuthConfig['refreshHandlers']>[string];

/** The function of the page for a provider, under its name or its key in `Logins`. */
export const handlerOf = ({ refreshHandlers = {} }: AuthConfig, loginKey: string): RefreshHandler | undefined =>
  Object.entries(refreshHandlers).find(([name]) => loginKeyOf(name) === loginKey)?.[1];

/** Node does not know. */
const isDisconnected = (): boolean => 'navigator' in globalThis && 'onLine' in navigator && !navigator.onLine;

/** Why the function of a page has failed: the network, which may be back later, or there is no newer token. */
function failureOf(cause: unknown): AuthError {
  if (cause instanceof AuthError) return cause;
  // What `fetch` throws is a TypeError, in other words in each browser.
  const isOffline = cause instanceof TypeError || /network error/i.test(String(cause)) || isDisconnected();
  return new AuthError(isOffline ? 'offline' : 'session-expired', { cause });
}

/**
 * Asks the page for a newer token.
 *
 * @param name For developers: which function it is.
 * @throws AuthError `offline`; `timeout` when there is no answer in time; `bad-response` when the answer is no token;
 * `session-expired` when the page has none.
 */
export async function askForToken(
  handler: () => Promise<unknown>,
  name: string,
  config: Pick<AuthConfig, 'timeout'>,
  environment: Environment,
): Promise<ProviderLogin> {
  const asked = (async () => handler())().catch((cause: unknown) => {
    throw failureOf(cause);
  });
  const login = await withDeadline(timeoutOf(config), (signal) => abortable(asked, signal), environment, {
    code: 'timeout',
  });
  if (isProviderLogin(login)) return login;
  throw new AuthError('bad-response', { cause: new Error(`refreshHandlers.${name} must answer ${EXPECTED_LOGIN}.`) });
}
