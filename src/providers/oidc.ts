import * as oauth from 'oauth4webapi';
import type { AuthorizationServer, Client } from 'oauth4webapi';
import { AuthError } from '../cognito/errors.js';
import { CognitoException, errorOf } from '../cognito/exceptions.js';
import { revealed, Secret } from '../cognito/secret.js';
import type { ProviderConfig } from '../config/provider-config.js';
import type { ProviderLogin } from './provider.js';
import { ended, ofSameUser } from './same-user.js';
import type { ProviderServices } from './services.js';
import { expiryOf, userOf } from './token-login.js';

/** What a redirect proves itself with when it comes back. */
interface Proof {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What the library wants to send. */
interface OAuthRequest extends Omit<RequestInit, 'body'> {
  readonly body?: BodyInit | undefined;
}

/** What can be asked of an issuer, in the words of the query. */
export type IssuerOptions = Readonly<Partial<Record<'login_hint' | 'ui_locales' | 'prompt', string | undefined>>>;

/** An OpenID Connect issuer, to which the user leaves. Each call fails with an AuthError. */
export interface Issuer {
  /** The address of its authorization endpoint. */
  authorizeUrl(proof: Proof, options: IssuerOptions): Promise<string>;
  /** The login that an answer stands for: redeems its code, once. */
  redeem(answer: URLSearchParams, proof: Proof): Promise<ProviderLogin>;
  /**
   * A newer ID token by the refresh token.
   *
   * @throws AuthError `session-expired` when there is none, or it is not valid any more.
   */
  renew(held: ProviderLogin): Promise<ProviderLogin>;
  /** Where the user's session at the issuer ends; undefined where it has no such page, or nothing says where to return to. */
  endSessionUrl(idToken: string): Promise<string | undefined>;
}

const SCOPES = ['openid', 'email', 'profile'];

/** Its discovery document names no page for the end of a session unless that was turned on; it has had one for long. */
const AUTH0 = /\.auth0\.com$/;

/** ID tokens came over TLS, and this device's clock may be wrong: seconds. */
const TEN_YEARS = 315_360_000;

/** What went wrong, in our words. */
function failureOf(cause: unknown): AuthError {
  if (cause instanceof AuthError) return cause;
  if (cause instanceof oauth.AuthorizationResponseError || cause instanceof oauth.ResponseBodyError) {
    return errorOf(new CognitoException(cause.error, cause.error_description ?? '', 'authorize'));
  }
  if (cause instanceof DOMException && cause.name === 'TimeoutError') return new AuthError('timeout', { cause });
  const response = cause instanceof oauth.OperationProcessingError ? cause.cause : undefined;
  if (response instanceof Response && response.status >= 500) return new AuthError('service', { cause });
  // What `fetch` throws.
  if (cause instanceof TypeError && !('code' in cause)) return new AuthError('offline', { cause });
  return new AuthError('bad-response', { cause });
}

/** An answer that is for another redirect, or of another issuer, is none. Its error is one. */
function answerIn(validate: () => URLSearchParams): URLSearchParams {
  try {
    return validate();
  } catch (cause) {
    throw cause instanceof oauth.AuthorizationResponseError ? cause : new AuthError('redirect-lost', { cause });
  }
}

/** Opens an issuer: nothing is requested before it is asked for something. */
export function openIssuer(
  services: ProviderServices & { readonly config: Required<Pick<ProviderConfig, 'issuer'>> },
): Issuer {
  const { config, environment, timeout } = services;
  const { clientId, scopes = SCOPES, audience, logoutUri } = config;
  const issuer = new URL(config.issuer);
  const client: Client = { client_id: clientId, [oauth.clockTolerance]: TEN_YEARS };
  const options = {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- The configuration allows it for this device alone.
    [oauth.allowInsecureRequests]: issuer.protocol === 'http:',
    [oauth.customFetch]: (url: string, { body, ...request }: OAuthRequest) =>
      environment.fetch(url, {
        ...request,
        body: body ?? null,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      }),
    signal: () => AbortSignal.timeout(timeout),
  };
  let metadata: Promise<AuthorizationServer> | undefined;

  /** Its discovery document (OpenID Connect Discovery 1.0), once for a page. */
  const discover = () =>
    (metadata ??= oauth
      .discoveryRequest(issuer, options)
      .then((response) => oauth.processDiscoveryResponse(issuer, response))
      .catch((error: unknown) => {
        metadata = undefined;
        throw error;
      }));

  const told =
    <Input extends readonly unknown[], Result>(work: (...input: Input) => Promise<Result>) =>
    (...input: Input): Promise<Result> =>
      work(...input).catch((cause: unknown) => {
        throw failureOf(cause);
      });

  function loginOf(tokens: oauth.TokenEndpointResponse, refreshToken?: Secret): ProviderLogin {
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    if (!claims || !tokens.id_token) throw new AuthError('bad-response', { cause: new Error('id_token is missing.') });
    const newer = tokens.refresh_token === undefined ? refreshToken : new Secret(tokens.refresh_token);
    return {
      token: new Secret(tokens.id_token),
      expiresAt: expiryOf(claims.exp - claims.iat, environment.now()),
      ...(newer && { refreshToken: newer }),
      user: userOf(claims),
    };
  }

  return {
    authorizeUrl: told(async ({ redirectUri, state, nonce, verifier }, asked) => {
      const { authorization_endpoint } = await discover();
      if (!authorization_endpoint) throw new AuthError('bad-response');
      const url = new URL(authorization_endpoint);
      const parameters = {
        // Without consent, refresh tokens are not given (OpenID Connect Core, section 11). Auth0 has rules of its own.
        prompt: scopes.includes('offline_access') && !AUTH0.test(issuer.hostname) ? 'consent' : undefined,
        ...asked,
        audience,
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: scopes.join(' '),
        state,
        nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(parameters))
        if (value !== undefined) url.searchParams.set(name, value);
      return url.href;
    }),

    redeem: told(async (answer, { redirectUri, state, nonce, verifier }) => {
      const server = await discover();
      const checked = answerIn(() => oauth.validateAuthResponse(server, client, answer, state));
      const response = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        oauth.None(),
        checked,
        redirectUri,
        verifier,
        options,
      );
      const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
        expectedNonce: nonce,
        requireIdToken: true,
      });
      return loginOf(tokens);
    }),

    renew: told(async (held) => {
      const { refreshToken } = held;
      if (refreshToken === undefined) throw ended('The issuer gave no refresh token.');
      const server = await discover();
      const response = await oauth.refreshTokenGrantRequest(
        server,
        client,
        oauth.None(),
        revealed(refreshToken),
        options,
      );
      try {
        const tokens = await oauth.processRefreshTokenResponse(server, client, response);
        return ofSameUser(loginOf(tokens, new Secret(revealed(refreshToken))), held);
      } catch (error) {
        const isOver = error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant';
        throw isOver ? ended('The refresh token is not valid any more.') : error;
      }
    }),

    endSessionUrl: told(async (idToken) => {
      if (!logoutUri) return undefined;
      const { end_session_endpoint } = await discover();
      const isAuth0 = !end_session_endpoint && AUTH0.test(issuer.hostname);
      if (!end_session_endpoint && !isAuth0) return undefined;
      const url = new URL(end_session_endpoint ?? '/v2/logout', issuer);
      const parameters: Readonly<Record<string, string>> = isAuth0
        ? { client_id: clientId, returnTo: logoutUri }
        : { id_token_hint: idToken, client_id: clientId, post_logout_redirect_uri: logoutUri };
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url.href;
    }),
  };
}
