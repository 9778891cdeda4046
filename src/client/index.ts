// The headless client: no element, no chart, nothing that happens on import.
export type * from './public-types.js';
export { cookieStore } from './cookie-store.js';
export { createAuthClient } from './create-auth-client.js';
export { AuthError } from '../cognito/errors.js';
export { Secret } from '../cognito/secret.js';
export { groupedKey, otpauthUri } from '../cognito/totp.js';
export { ConfigError } from '../config/config.js';
