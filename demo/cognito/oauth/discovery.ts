import type { Pool } from '../store/model.js';
import { issuerOf } from '../store/tokens.js';

/** The discovery document of a pool. Its issuer is that of AWS, so it does not match the address that it is served from. */
export const discovery = (pool: Pool, origin: string): object => ({
  issuer: issuerOf(pool),
  authorization_endpoint: `${origin}/oauth2/authorize`,
  token_endpoint: `${origin}/oauth2/token`,
  userinfo_endpoint: `${origin}/oauth2/userInfo`,
  revocation_endpoint: `${origin}/oauth2/revoke`,
  end_session_endpoint: `${origin}/logout`,
  jwks_uri: `${origin}/${pool.id}/.well-known/jwks.json`,
  id_token_signing_alg_values_supported: ['RS256'],
  response_types_supported: ['code', 'token'],
  scopes_supported: ['openid', 'email', 'phone', 'profile'],
  subject_types_supported: ['public'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
});
