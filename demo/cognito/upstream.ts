import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { html } from './oauth/html.js';
import { documentOf, styleSheet } from './oauth/pages.js';
import type { LoginSource } from './store/identity-pools.js';
import type { IdentityProvider } from './store/model.js';

/** The users of the provider, by name. Their `sub` is the name. They have no passwords. */
const USERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  gina: { email: 'gina@example.com', email_verified: true, given_name: 'Gina', name: 'Gina Google' },
  greg: { email: 'greg@example.com', email_verified: true, given_name: 'Greg', name: 'Greg Google' },
};

/** In seconds. */
const LIFETIMES = { AccessToken: 600, Grant: 3600, IdToken: 600, Interaction: 600, Session: 3600 };

const CLIENT_ID = 'local-cognito';
const CLIENT_SECRET = randomBytes(16).toString('hex');
const INTERACTION = /^\/interaction\/[\w-]+$/;

/** A running OpenID Connect provider. */
export interface Upstream {
  /** `http://localhost:49153` */
  readonly issuer: string;
  /** How a pool knows it, under a name. */
  readonly asProvider: (name: string) => IdentityProvider;
  /** How identity pools know it. */
  readonly loginSource: LoginSource;
  close(): Promise<void>;
}

/** Starts an OpenID Connect provider, at which the users of pools sign in. It returns to the addresses given, and no other. */
export async function startUpstream(redirectUris: readonly string[]): Promise<Upstream> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  // `address()` is a string only for pipes and sockets.
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [...redirectUris] }],
    jwks: { keys: [await exportJWK(privateKey)] },
    ttl: LIFETIMES,
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['given_name', 'name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) =>
      Object.hasOwn(USERS, sub) ? { accountId: sub, claims: async () => ({ sub, ...USERS[sub] }) } : undefined,
    // No consent is asked for: the user has pressed Continue.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ accountId: oidc.account!.accountId, clientId: oidc.client!.clientId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
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
    loginSource: { kind: 'issuer', issuer, keys: new URL('/jwks', issuer), clientId: CLIENT_ID },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

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
