import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetOpenIdTokenForDeveloperIdentityCommand } from '@aws-sdk/client-cognito-identity';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { ProviderLogin } from '../../src/providers/provider.js';
import { checkedIdentitySdk } from '../local-cognito/support/checked-sdk.js';
import { openIdentityStage, POOL } from './identity-stage.js';
import type { Stage } from './stage.js';

export const HOUR = 3_600_000;

/** Issuers of ID tokens, by their keys in `Logins`. */
const ISSUERS = {
  'accounts.google.com': 'https://accounts.google.com',
  'appleid.apple.com': 'https://appleid.apple.com',
  'login.example/tenant': 'https://login.example/tenant',
} as const;

/** Providers of access tokens. */
const ACCESS = ['graph.facebook.com', 'www.amazon.com'];

/** Of all providers: to generate one takes a while. */
const keyPair = generateKeyPair('RS256');

/** A stage whose identity pools take the tokens of providers. */
export interface ProviderStage extends Stage {
  /** A token of a provider for a user, valid for an hour or another time. */
  login(key: string, sub: string, lifetime?: number): Promise<ProviderLogin>;
  /** A token of the developer's server. */
  developer(user: string): Promise<Required<Pick<ProviderLogin, 'token' | 'expiresAt' | 'identityId'>>>;
}

/** Opens such a stage. `close` of it closes the providers too. */
export async function openProviderStage(): Promise<ProviderStage> {
  const stage = await openIdentityStage();
  const { privateKey, publicKey } = await keyPair;
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' }] });
  /** The users of access tokens, and when those expire. */
  const issued = new Map<string, { readonly sub: string; readonly end: number }>();
  const server = createServer(({ url, headers }, response) => {
    const held = issued.get(headers.authorization?.replace('Bearer ', '') ?? '');
    if (url === '/keys') response.end(keys);
    else if (held && held.end > stage.clock.now()) response.end(JSON.stringify({ sub: held.sub, client_id: 'an-app' }));
    else response.writeHead(401).end();
  }).listen(0, 'localhost');
  await once(server, 'listening');
  // `address()` is a string only for pipes and sockets.
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  for (const { sources } of stage.cognito.store.identityPools.all) {
    for (const [key, issuer] of Object.entries(ISSUERS))
      sources.set(key, { kind: 'issuer', issuer, keys: new URL('/keys', address), clientIds: ['an-app'] });
    for (const key of ACCESS)
      sources.set(key, { kind: 'accessToken', userInfo: new URL('/me', address), clientId: 'an-app' });
  }

  async function tokenOf(key: string, sub: string, end: number): Promise<string> {
    if (ACCESS.includes(key)) {
      const token = `opaque-${key}-${issued.size}`;
      issued.set(token, { sub, end });
      return token;
    }
    const iss = Object.entries(ISSUERS).find(([one]) => one === key)?.[1] ?? key;
    const claims = { sub, iss, aud: 'an-app', jti: String(Math.random()), exp: Math.floor(end / 1000) };
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(privateKey);
  }

  const sdk = checkedIdentitySdk(stage.cognito.identityEndpoint);
  return Object.assign(stage, {
    async login(key: string, sub: string, lifetime = HOUR): Promise<ProviderLogin> {
      const expiresAt = stage.clock.now() + lifetime;
      return { token: await tokenOf(key, sub, expiresAt), expiresAt };
    },
    async developer(user: string) {
      const input = { IdentityPoolId: POOL, Logins: { 'login.example': user }, TokenDuration: 3600 };
      const { IdentityId = '', Token = '' } = await sdk.send(new GetOpenIdTokenForDeveloperIdentityCommand(input));
      return { token: Token, expiresAt: stage.clock.now() + HOUR, identityId: IdentityId };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await stage.cognito.close();
    },
  });
}
