// The headless client: no element, no chart, nothing that happens on import.
export type * from './account-client.js';
export type { CallOptions } from './call-options.js';
export type {
  AnswerInput,
  AuthClient,
  AwsCredentials,
  ConfirmSignUpInput,
  FederateInput,
  FlowClient,
  ResetPasswordInput,
  SessionChange,
  SignInInput,
  SignInMethod,
  SignOutInput,
  SignOutReason,
  SignUpInput,
  StartAgainInput,
  Tokens,
  UsernameInput,
} from './auth-client.js';
export { cookieStore } from './cookie-store.js';
export type { FederatedIdentity } from './federated-identity.js';
export { createAuthClient } from './create-auth-client.js';
export type {
  AuthUser,
  CodeDelivery,
  Decision,
  Factor,
  MfaType,
  Notice,
  Redirected,
  Step,
  Ticket,
  UnverifiedContact,
} from './step.js';
export { AuthError } from '../cognito/errors.js';
export type { AuthErrorCode } from '../cognito/errors.js';
export { Secret } from '../cognito/secret.js';
export { groupedKey, otpauthUri } from '../cognito/totp.js';
export { ConfigError } from '../config/config.js';
export type {
  AuthConfig,
  AuthFlow,
  ConfigOptions,
  Environment,
  ForeignConfig,
  IdentityPoolConfig,
  SessionStore,
  UserPoolConfig,
} from '../config/config.js';
export type { CookieOptions } from '../config/cookie-options.js';
export type { Discovery } from '../config/discovery.js';
export type { OAuthConfig } from '../config/oauth-config.js';
export type { ProviderConfig, Providers } from '../config/provider-config.js';
export type { ProviderLogin } from '../providers/provider.js';
