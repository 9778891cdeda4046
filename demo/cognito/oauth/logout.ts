import type { Store } from '../store/store.js';
import { authorizationRequestIn } from './authorization-request.js';
import { noCookie, VISIT_COOKIE } from './cookies.js';
import { Refused, redirect } from './http.js';
import type { HostedAnswer, HostedRequest } from './http.js';
import { toErrorPage } from './returns.js';

/** `GET /logout`: forgets the user, and goes on to an address of the app or to another sign-in. Tokens stay as they are. */
export async function logout(store: Store, { query, cookies }: HostedRequest): Promise<HostedAnswer> {
  const location = destinationOf(store, query);
  store.hosted.visitors.end(cookies.get(VISIT_COOKIE));
  return redirect(location, [noCookie(VISIT_COOKIE)]);
}

function destinationOf(store: Store, query: URLSearchParams): string {
  const clientId = query.get('client_id') ?? '';
  const client = store.pools.find(({ clients }) => clients.has(clientId))?.clients.get(clientId);
  if (!client) throw new Refused(toErrorPage('invalid_client', clientId));
  const logoutUri = query.get('logout_uri');
  if (logoutUri !== null) {
    if (!client.logoutUrls.includes(logoutUri)) throw new Refused(toErrorPage('redirect_mismatch', clientId));
    return logoutUri;
  }
  if (!query.has('redirect_uri')) throw new Refused(toErrorPage('invalid_request', clientId));
  authorizationRequestIn(store, query);
  return `/login?${query.toString()}`;
}
