// The types of the headless client, which every entry that has one exports.
export type * from './account-client.js';
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
export type { CallOptions } from './call-options.js';
export type { FederatedIdentity } from './federated-identity.js';
export type {
  AuthUser,
  CodeDelivery,
  Contact,
  Decision,
  Factor,
  MfaType,
  Notice,
  Redirected,
  Step,
  Ticket,
  UnverifiedContact,
} from './step.js';
export type { AuthErrorCode } from '../cognito/errors.js';
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
