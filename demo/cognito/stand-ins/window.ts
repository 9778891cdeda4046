import type { WindowAnswer } from './popup.js';

/** The identity provider. Written into this script when it is served. */
const UPSTREAM = '__UPSTREAM__';

const REDIRECT = location.origin + location.pathname;

const encode = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** What the request of the stand-in was, over the way to the identity provider and back. */
interface Kept {
  readonly id: string;
  readonly origin: string;
  readonly clientId: string;
  readonly verifier: string;
}

async function leave(query: URLSearchParams): Promise<void> {
  const given = Object.fromEntries(query);
  const { id = '', origin = '', clientId = '', nonce, prompt } = given;
  const verifier = encode(crypto.getRandomValues(new Uint8Array(32)));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const kept: Kept = { id, origin, clientId, verifier };
  sessionStorage.setItem(id, JSON.stringify(kept));
  const parameters = {
    client_id: clientId,
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope: 'openid email profile',
    state: id,
    code_challenge: encode(new Uint8Array(hash)),
    code_challenge_method: 'S256',
    ...(nonce && { nonce }),
    ...(prompt && { prompt }),
  };
  location.replace(`${UPSTREAM}/auth?${new URLSearchParams(parameters).toString()}`);
}

async function redeem(code: string, { clientId, verifier }: Kept): Promise<WindowAnswer> {
  const response = await fetch(`${UPSTREAM}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      code,
      redirect_uri: REDIRECT,
      code_verifier: verifier,
    }),
  });
  const tokens = (await response.json()) as Readonly<Record<string, string>>;
  const idToken = tokens['id_token'] ?? '';
  const payload = atob((idToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
  return {
    idToken,
    accessToken: tokens['access_token'] ?? '',
    expiresIn: Number(tokens['expires_in']),
    claims: JSON.parse(payload) as Readonly<Record<string, string>>,
  };
}

async function answer(query: URLSearchParams): Promise<void> {
  const kept = JSON.parse(sessionStorage.getItem(query.get('state') ?? '') ?? '{}') as Kept;
  const error = query.get('error');
  const found = error ? { error } : await redeem(query.get('code') ?? '', kept);
  // Without an opener, the answer is lost and the window stays open: so it is with the windows of the companies.
  const asker = (opener ?? (parent === window ? undefined : parent)) as Window | undefined;
  asker?.postMessage({ ...found, id: kept.id }, kept.origin);
}

const query = new URLSearchParams(location.search);
void (query.has('clientId') ? leave(query) : answer(query));
