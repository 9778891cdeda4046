import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { interactionPolicy } from 'oidc-provider';
import type { ClientMetadata } from 'oidc-provider';
import { html } from './oauth/html.js';
import type { Markup } from './oauth/html.js';
import { documentOf, styleSheet } from './oauth/pages.js';
import { issuerKey } from './store/identity-pools.js';
import type { LoginSource } from './store/identity-pools.js';
import type { IdentityProvider } from './store/model.js';

/** The users of the provider, by name. Their `sub` is the name. They have no passwords. */
const USERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  gina: { email: 'gina@example.com', email_verified: true, given_name: 'Gina', name: 'Gina Google' },
  greg: { email: 'greg@example.com', email_verified: true, given_name: 'Greg', name: 'Greg Google' },
};

/** In seconds. */
const LIFETIMES = { AccessToken: 600, Grant: 3600, IdToken: 600, Interaction: 600, RefreshToken: 3600, Session: 3600 };

const CLIENT_ID = 'local-cognito';
const CLIENT_SECRET = randomBytes(16).toString('hex');

/** A public client: an app in a browser. */
const APP_ID = 'local-app';

/** The clients of the stand-ins, and the key under which identity pools take what they bring. */
const STAND_INS = [
  { clientId: 'local-google', loginKey: 'accounts.google.com', hasIdToken: true },
  { clientId: 'local-facebook', loginKey: 'graph.facebook.com', hasIdToken: false },
  { clientId: 'local-amazon', loginKey: 'www.amazon.com', hasIdToken: false },
  { clientId: 'local-apple', loginKey: 'appleid.apple.com', hasIdToken: true },
] as const;

const SCOPES = 'openid email profile offline_access';
const INTERACTION = /^\/interaction\/[\w-]+$/;

/** A running OpenID Connect provider. */
export interface Upstream {
  /** `http://localhost:49153` */
  readonly issuer: string;
  /** How a pool knows it, under a name. */
  readonly asProvider: (name: string) => IdentityProvider;
  /** What identity pools take of it and of the stand-ins, by the keys of `Logins`. */
  readonly loginSources: ReadonlyMap<string, LoginSource>;
  /** Adds addresses to which the app may return, after a sign-in and after a sign-out. */
  allowRedirects(urls: readonly string[]): void;
  close(): Promise<void>;
}

/** Where the provider returns to, and no other address. */
interface ReturnAddresses {
  /** Of user pools. */
  readonly pools: readonly string[];
  /** Of the windows of stand-ins. */
  readonly standIns: readonly string[];
}

/** Starts an OpenID Connect provider, at which the users of pools, of stand-ins and of an app sign in. */
export async function startUpstream({ pools, standIns }: ReturnAddresses): Promise<Upstream> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  // `address()` is a string only for pipes and sockets.
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider: Provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [...pools] },
      ...STAND_INS.map(({ clientId }) => publicClient(clientId, standIns)),
      { ...publicClient(APP_ID, standIns), grant_types: ['authorization_code', 'refresh_token'] },
    ],
    clientBasedCORS: () => true,
    pkce: { required: (_context, { clientAuthMethod }) => clientAuthMethod === 'none' },
    jwks: { keys: [await exportJWK(privateKey)] },
    ttl: LIFETIMES,
    cookies: { keys: [randomBytes(16).toString('hex')] },
    // With the app that a token was issued for, as the companies tell it of their access tokens.
    claims: { openid: ['sub', 'client_id'], email: ['email', 'email_verified'], profile: ['given_name', 'name'] },
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: async (context, form) => {
          context.body = documentOf('en', 'Sign out', signOutForm(form));
        },
      },
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}`, policy: interactionPolicyOf() },
    findAccount: (_context, sub, token) =>
      Object.hasOwn(USERS, sub)
        ? { accountId: sub, claims: async () => ({ sub, client_id: token?.clientId, ...USERS[sub] }) }
        : undefined,
    // No consent is asked for: the user has pressed Continue.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ accountId: oidc.account!.accountId, clientId: oidc.client!.clientId });
      grant.addOIDCScope(SCOPES);
      await grant.save();
      return grant;
    },
  });
  const appAddresses = new Set<string>();
  allowAddresses(provider, appAddresses);
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', issuer);
    if (pathname === '/pages.css') response.setHeader('content-type', 'text/css').end(styleSheet());
    else if (INTERACTION.test(pathname)) interact(provider, request, response).catch(console.error);
    else void answer(request, response);
  });
  return {
    issuer,
    asProvider: (name) => ({
      name,
      type: name === 'Google' ? name : 'OIDC',
      issuer,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      identifiers: [`${name.toLowerCase()}.example`],
      mapping: { email: 'email', email_verified: 'email_verified', given_name: 'given_name' },
    }),
    loginSources: loginSourcesOf(issuer),
    allowRedirects: (urls) => urls.forEach((url) => appAddresses.add(url)),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The user of an app on this machine is not asked again, as one of any other is not. */
function interactionPolicyOf(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.get('consent')!.checks.remove('native_client_prompt');
  return policy;
}

const publicClient = (clientId: string, addresses: readonly string[]): ClientMetadata => ({
  client_id: clientId,
  token_endpoint_auth_method: 'none',
  // So that it may return to this machine without TLS.
  application_type: 'native',
  redirect_uris: [...addresses],
});

/** Lets the app return to addresses that are not known at the start. */
function allowAddresses({ Client }: Provider, addresses: ReadonlySet<string>): void {
  const { redirectUriAllowed, postLogoutRedirectUriAllowed } = Client.prototype;
  Client.prototype.redirectUriAllowed = function (uri) {
    return this.clientId === APP_ID ? addresses.has(uri) : Reflect.apply(redirectUriAllowed, this, [uri]);
  };
  Client.prototype.postLogoutRedirectUriAllowed = function (uri) {
    return this.clientId === APP_ID ? addresses.has(uri) : Reflect.apply(postLogoutRedirectUriAllowed, this, [uri]);
  };
}

function loginSourcesOf(issuer: string): ReadonlyMap<string, LoginSource> {
  const issued = (clientIds: readonly string[]): LoginSource => ({
    kind: 'issuer',
    issuer,
    keys: new URL('/jwks', issuer),
    clientIds,
  });
  const opaque = (clientId: string): LoginSource => ({
    kind: 'accessToken',
    userInfo: new URL('/me', issuer),
    clientId,
  });
  return new Map([
    [issuerKey(issuer), issued([CLIENT_ID, APP_ID])],
    ...STAND_INS.map(
      ({ clientId, loginKey, hasIdToken }) => [loginKey, hasIdToken ? issued([clientId]) : opaque(clientId)] as const,
    ),
  ]);
}

/** @param markup The form of the library, without a button. */
const signOutForm = (markup: string): Markup => html`
  ${{ markup }}
  <button form="op.logoutForm" name="logout" value="yes">Sign out</button>
`;

/** The page of the provider: who signs in, and the buttons Continue and Cancel. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const form = new URLSearchParams(request.method === 'POST' ? await text(request) : '');
  const login = form.get('login') ?? '';
  if (form.has('cancel')) {
    const result = { error: 'access_denied', error_description: 'The user pressed Cancel.' };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
  if (Object.hasOwn(USERS, login)) {
    const result = { login: { accountId: login }, consent: {} };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
  const hint = typeof params['login_hint'] === 'string' ? params['login_hint'] : '';
  const content = html`
    ${form.has('login') && html`<p class="error" role="alert">There are only: ${Object.keys(USERS).join(', ')}.</p>`}
    <form method="post">
      <label for="login">Username</label>
      <input id="login" name="login" value="${login || hint}" autocomplete="username" required />
      <button>Continue</button>
      <button class="secondary" name="cancel" formnovalidate>Cancel</button>
    </form>
  `;
  response.setHeader('content-type', 'text/html; charset=utf-8').end(documentOf('en', 'Identity provider', content));
}
