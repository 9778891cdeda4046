import { COGNITO } from '../store/model.js';
import type { Store } from '../store/store.js';
import { authorizationRequestIn } from './authorization-request.js';
import type { AuthorizationRequest } from './authorization-request.js';
import { VISIT_COOKIE } from './cookies.js';
import { grant } from './grant.js';
import { redirect } from './http.js';
import type { HostedAnswer, HostedRequest } from './http.js';
import { toProvider } from './idp-response.js';
import { returnError } from './returns.js';

/** `GET /oauth2/authorize`: straight back to the app for a user whom the pages remember, else on to where users sign in. */
export async function authorize(store: Store, { origin, query, cookies }: HostedRequest): Promise<HostedAnswer> {
  const request = authorizationRequestIn(store, query);
  const visit = store.hosted.visitors.find(cookies.get(VISIT_COOKIE), request.pool);
  if (visit && isEnough(visit.provider, request)) return grant(store, request, visit.user);
  if (request.prompt === 'none') return returnError(request, { error: 'login_required' });
  const { provider } = request;
  if (provider !== undefined && provider !== COGNITO) return toProvider(store, request, provider, origin);
  return redirect(`/login?${query.toString()}`);
}

/** Whether a remembered sign-in by a provider answers a request. A provider that is named has to be the same. */
function isEnough(provider: string, request: AuthorizationRequest): boolean {
  if (request.prompt === 'login') return false;
  // `select_account` and `consent` are for the provider.
  const isForProvider = request.provider !== undefined && request.provider !== COGNITO && request.prompt !== 'none';
  if (request.prompt !== undefined && isForProvider) return false;
  return request.provider === undefined || request.provider === provider;
}
