import * as openid from 'openid-client';
import type { ProviderSignIn } from '../store/hosted-pages.js';
import type { IdentityProvider } from '../store/model.js';

/** The claims of a user at an identity provider. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

const configurationOf = ({ issuer, clientId, clientSecret }: IdentityProvider): Promise<openid.Configuration> =>
  openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- It marks what is for this machine only, as this is.
    execute: [openid.allowInsecureRequests],
  });

/** Where a user signs in at a provider. */
export async function addressAt(
  provider: IdentityProvider,
  redirectUri: string,
  state: string,
  { nonce, codeVerifier }: ProviderSignIn,
  hints: Readonly<Record<string, string>>,
): Promise<string> {
  const address = openid.buildAuthorizationUrl(await configurationOf(provider), {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...hints,
  });
  return address.href;
}

/** The claims of the user who came back from a provider, of its ID token and its userinfo endpoint. */
export async function claimsAt(
  provider: IdentityProvider,
  address: URL,
  state: string,
  { nonce, codeVerifier }: ProviderSignIn,
): Promise<Claims> {
  const configuration = await configurationOf(provider);
  const tokens = await openid.authorizationCodeGrant(configuration, address, {
    pkceCodeVerifier: codeVerifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const { sub } = tokens.claims()!;
  return openid.fetchUserInfo(configuration, tokens.access_token, sub);
}

export const newSignIn = (provider: string, query: string): ProviderSignIn => ({
  provider,
  query,
  nonce: openid.randomNonce(),
  codeVerifier: openid.randomPKCECodeVerifier(),
});

export const newState = (): string => openid.randomState();

/** The error in an answer of a provider. */
export const errorIn = (cause: unknown): { readonly error: string; readonly description?: string | undefined } =>
  cause instanceof openid.AuthorizationResponseError
    ? { error: cause.error, description: cause.error_description }
    : { error: 'server_error', description: 'The identity provider did not answer as expected' };
