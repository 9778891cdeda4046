// Everything that can be imported, nothing that happens on import.
export { Auth, createAuth } from './auth.js';
export type { AuthOptions } from './auth.js';
export type { AuthState } from './auth-state.js';
export type { AccountClient } from './client/account-client.js';
export type {
  AuthClient,
  AwsCredentials,
  FlowClient,
  SessionChange,
  SignInMethod,
  SignOutReason,
  Tokens,
} from './client/auth-client.js';
export type { CallOptions } from './client/call-options.js';
export type { FederatedIdentity } from './client/federated-identity.js';
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
} from './client/step.js';
export { AuthError } from './cognito/errors.js';
export type { AuthErrorCode } from './cognito/errors.js';
export { Secret } from './cognito/secret.js';
export type {
  AuthConfig,
  AuthFlow,
  ConfigError,
  ConfigOptions,
  Environment,
  ForeignConfig,
  IdentityPoolConfig,
  SessionStore,
  UserPoolConfig,
} from './config/config.js';
export type { Discovery } from './config/discovery.js';
export type { OAuthConfig } from './config/oauth-config.js';
export type { ProviderConfig, Providers } from './config/provider-config.js';
export { AuthController } from './kit/controllers/auth-controller.js';
export type { AuthChallengeEvent } from './kit/events/challenge-event.js';
export { authContext, configure } from './kit/context/context.js';
export type { PageOptions } from './kit/context/context.js';
export type { PoolConfig } from './kit/controllers/pool-controller.js';
export {
  AuthCodeSentEvent,
  AuthErrorEvent,
  AuthScreenChangeEvent,
  AuthSignedInEvent,
  AuthSignedOutEvent,
  AuthSubmitEvent,
} from './kit/events/auth-events.js';
export type { SubmitProblem, Values } from './kit/events/auth-events.js';
export { styleLayer } from './kit/rendering/style-layer.js';
export type { Field, FieldOptions } from './kit/form/fields.js';
export type { LoginMechanism } from './kit/form/identifier-field.js';
export type { MfaTypes } from './kit/mfa/mfa-types.js';
export type { PasswordPolicy } from './kit/form/password-policy.js';
export type { AuthSettings, ErrorMessage, PreferredFactor, ScreenFields } from './kit/context/settings.js';
export type { InitialState, ScreenName } from './auth-state.js';
export type { AuthEvent } from './machine/types.js';
export type { ProviderLogin } from './providers/provider.js';
export { Text } from './text/text.js';
export type { TextKey, Vocabulary } from './text/text.js';
export { textFor } from './text/languages.js';
