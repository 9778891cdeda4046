import type { Store } from '../store/store.js';
import { authorize } from './authorize.js';
import { page, Refused } from './http.js';
import type { HostedAnswer, HostedRequest } from './http.js';
import { IDP_RESPONSE, idpResponse } from './idp-response.js';
import { showLogin, submitLogin } from './login.js';
import { logout } from './logout.js';
import { errorPage, styleSheet } from './pages.js';
import { revoke } from './revoke.js';
import { token } from './token.js';
import { userInfo } from './user-info.js';

type Route = (store: Store, request: HostedRequest) => Promise<HostedAnswer>;

/** What the browser of a user visits. */
const PAGES: Readonly<Record<string, Route>> = {
  'GET /oauth2/authorize': authorize,
  'GET /login': showLogin,
  'POST /login': submitLogin,
  [`GET ${IDP_RESPONSE}`]: idpResponse,
  'GET /logout': logout,
  'GET /error': async (_store, { query }) => page(400, errorPage(query.get('error') ?? '')),
  'GET /pages.css': async () => ({
    status: 200,
    headers: { 'content-type': 'text/css; charset=utf-8' },
    body: styleSheet(),
  }),
};

/** What apps send requests to, from any origin. */
const ENDPOINTS: Readonly<Record<string, Route>> = {
  'POST /oauth2/token': token,
  'POST /oauth2/revoke': revoke,
  'GET /oauth2/userInfo': userInfo,
  'POST /oauth2/userInfo': userInfo,
};

/** The endpoint for a method and path, if there is one, and whether other origins may read its answers. */
export function routeOf(name: string): { readonly isShared: boolean; readonly route: Route } | undefined {
  const isShared = Object.hasOwn(ENDPOINTS, name);
  const found = isShared ? ENDPOINTS[name] : Object.hasOwn(PAGES, name) ? PAGES[name] : undefined;
  return found && { isShared, route: (store, request) => found(store, request).catch(answerOf) };
}

function answerOf(cause: unknown): HostedAnswer {
  if (cause instanceof Refused) return cause.answer;
  throw cause;
}
