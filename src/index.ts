// Everything that can be imported, nothing that happens on import.
export { Auth, createAuth } from './auth.js';
export type { AuthOptions } from './auth.js';
export type { AuthState } from './auth-state.js';
export type * from './client/public-types.js';
export { AuthError } from './cognito/errors.js';
export { Secret } from './cognito/secret.js';
export type { ConfigError } from './config/config.js';
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
export { Text } from './text/text.js';
export type { TextKey, Vocabulary } from './text/text.js';
export { textFor } from './text/languages.js';
