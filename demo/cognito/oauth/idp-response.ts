import { CognitoException } from '../exceptions.js';
import { federatedUser } from '../store/federated-users.js';
import type { Store } from '../store/store.js';
import { authorizationRequestIn } from './authorization-request.js';
import type { AuthorizationRequest } from './authorization-request.js';
import { noCookie, STATE_COOKIE, stateCookie } from './cookies.js';
import { completeSignIn } from './grant.js';
import { redirect, Refused } from './http.js';
import type { HostedAnswer, HostedRequest } from './http.js';
import { returnError, toErrorPage } from './returns.js';

/** Where identity providers return to. */
export const IDP_RESPONSE = '/oauth2/idpresponse';

/** Loads when it is first needed: most sign-ins need no provider. */
const library = () => import('./identity-providers.js');

/** What providers are told of the `prompt` of the app. */
const PROMPTS = { none: 'none', login: 'login', select_account: 'login', consent: 'consent' } as const;

/** Sends the browser to an identity provider of the pool. */
export async function toProvider(
  store: Store,
  request: AuthorizationRequest,
  name: string,
  origin: string,
): Promise<HostedAnswer> {
  const { newSignIn, newState, addressAt, errorIn } = await library();
  const state = newState();
  const signIn = newSignIn(name, request.query.toString());
  store.hosted.providerSignIns.set(state, signIn);
  const hints = {
    ...(request.prompt && { prompt: PROMPTS[request.prompt] }),
    ...(request.loginHint !== undefined && { login_hint: request.loginHint }),
  };
  const provider = request.pool.identityProviders.get(name)!;
  try {
    const address = await addressAt(provider, origin + IDP_RESPONSE, state, signIn, hints);
    return redirect(address, [stateCookie(state)]);
  } catch (cause) {
    return returnError(request, errorIn(cause));
  }
}

/** `GET /oauth2/idpresponse`: a user comes back from an identity provider, in the browser that left for it, once. */
export async function idpResponse(store: Store, { origin, query, cookies }: HostedRequest): Promise<HostedAnswer> {
  const state = query.get('state') ?? '';
  const signIn = store.hosted.providerSignIns.get(state);
  store.hosted.providerSignIns.delete(state);
  if (!signIn || cookies.get(STATE_COOKIE) !== state) throw new Refused(toErrorPage('invalid_request', ''));
  const request = authorizationRequestIn(store, new URLSearchParams(signIn.query));
  const { claimsAt, errorIn } = await library();
  const { pool } = request;
  const provider = pool.identityProviders.get(signIn.provider)!;
  try {
    const address = new URL(`${origin}${IDP_RESPONSE}?${query.toString()}`);
    const user = federatedUser(pool, provider, await claimsAt(provider, address, state, signIn), store.now());
    if (!user.enabled) return returnError(request, { error: 'access_denied', description: 'User is disabled.' });
    const answer = await completeSignIn(store, request, user, provider.name);
    return { ...answer, headers: { ...answer.headers, 'set-cookie': [...cookiesOf(answer), noCookie(STATE_COOKIE)] } };
  } catch (cause) {
    if (cause instanceof CognitoException) {
      return returnError(request, { error: 'invalid_request', description: cause.message });
    }
    return returnError(request, errorIn(cause));
  }
}

const cookiesOf = ({ headers }: HostedAnswer): readonly string[] => [headers['set-cookie'] ?? []].flat();
