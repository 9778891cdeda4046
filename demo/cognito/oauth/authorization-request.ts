import { COGNITO } from '../store/model.js';
import type { IdentityProvider } from '../store/model.js';
import type { Store } from '../store/store.js';
import type { Caller } from '../store/user-context.js';
import { Refused } from './http.js';
import { returnError, toErrorPage } from './returns.js';
import type { Destination } from './returns.js';

const PROMPTS = ['login', 'none', 'select_account', 'consent'] as const;
type Prompt = (typeof PROMPTS)[number];

/** The flow of OAuth that each `response_type` stands for. */
const FLOWS = { code: 'code', token: 'implicit' } as const;

/** The scopes about attributes, which are worth nothing without `openid`. */
const ATTRIBUTE_SCOPES: readonly string[] = ['email', 'phone', 'profile'];

/** What an app asks the hosted pages for. */
export interface AuthorizationRequest extends Caller, Destination {
  readonly scopes: readonly string[];
  readonly nonce: string | undefined;
  readonly codeChallenge: string | undefined;
  readonly prompt: Prompt | undefined;
  /** The identity provider that the user has to use: `COGNITO` for the form. */
  readonly provider: string | undefined;
  readonly loginHint: string | undefined;
  readonly lang: string | undefined;
  /** As it came. */
  readonly query: URLSearchParams;
}

/**
 * Reads the query of `/oauth2/authorize` or `/login`. Refuses with the error page where the app or the address to return to
 * is not known; every other error returns to the app.
 */
export function authorizationRequestIn(store: Store, query: URLSearchParams): AuthorizationRequest {
  const caller = callerIn(store, query);
  const { client } = caller;
  const parameter = (name: string): string | undefined => query.get(name) || undefined;
  const type = parameter('response_type') ?? '';
  const isType = Object.hasOwn(FLOWS, type);
  const destination: Destination = {
    redirectUri: query.get('redirect_uri')!,
    // `hasOwn` has checked it. Without a known type, errors return as in the code flow.
    responseType: isType ? (type as keyof typeof FLOWS) : 'code',
    state: parameter('state'),
  };
  const refuse = (error: string, description?: string): never => {
    throw new Refused(returnError(destination, { error, description }));
  };
  if (!isType) refuse('invalid_request', 'response_type must be code or token');
  if (!client.oauthFlows.includes(FLOWS[destination.responseType])) refuse('unauthorized_client');
  const codeChallenge = parameter('code_challenge');
  const method = parameter('code_challenge_method');
  if ((codeChallenge === undefined) !== (method === undefined) || (method !== undefined && method !== 'S256')) {
    refuse('invalid_request', 'code_challenge needs code_challenge_method=S256');
  }
  if (codeChallenge !== undefined && !/^[\w-]{43}$/.test(codeChallenge)) {
    refuse('invalid_request', 'code_challenge is malformed');
  }
  const scopes = parameter('scope')?.split(/[ +]+/) ?? client.allowedScopes;
  const isAllowed = (scope: string): boolean =>
    client.allowedScopes.includes(scope) && (!ATTRIBUTE_SCOPES.includes(scope) || scopes.includes('openid'));
  if (!scopes.every(isAllowed)) refuse('invalid_scope');
  const prompt = parameter('prompt');
  const known = PROMPTS.find((one) => one === prompt);
  if (prompt !== undefined && !known) refuse('invalid_request', 'prompt is unknown');
  const provider = providerIn(caller, parameter('identity_provider'), parameter('idp_identifier'));
  if (provider === null) refuse('invalid_request', 'The identity provider is not enabled for the app client');
  return {
    ...caller,
    ...destination,
    scopes,
    nonce: parameter('nonce'),
    codeChallenge,
    prompt: known,
    provider: provider ?? undefined,
    loginHint: parameter('login_hint'),
    lang: parameter('lang'),
    query,
  };
}

/** The app client, which must know the address to return to. With one host for all pools, its id also says which pool. */
function callerIn(store: Store, query: URLSearchParams): Caller {
  const clientId = query.get('client_id') ?? '';
  const pool = store.pools.find(({ clients }) => clients.has(clientId));
  const client = pool?.clients.get(clientId);
  if (!pool || !client) throw new Refused(toErrorPage('invalid_client', clientId));
  if (!client.callbackUrls.includes(query.get('redirect_uri') ?? '')) {
    throw new Refused(toErrorPage('redirect_mismatch', clientId));
  }
  return { pool, client };
}

/** The providers of an app client, without the pool itself. */
export const providersOf = ({ pool, client }: Caller): IdentityProvider[] =>
  client.providers.flatMap((name) => pool.identityProviders.get(name) ?? []);

/** The provider that a request names. Where there is one way to sign in only, that. Null: one that the app client lacks. */
function providerIn(
  caller: Caller,
  name: string | undefined,
  identifier: string | undefined,
): string | null | undefined {
  const providers = providersOf(caller);
  const { client } = caller;
  if (name === undefined && identifier === undefined) {
    const [only] = providers;
    return client.providers.length === 1 && only ? only.name : undefined;
  }
  if (name === COGNITO) return client.providers.includes(COGNITO) ? COGNITO : null;
  const found = providers.find((one) => one.name === name || one.identifiers.includes(identifier ?? ''));
  return found?.name ?? null;
}
