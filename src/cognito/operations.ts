/** How an operation is requested. */
export interface Operation {
  /**
   * How often it is retried after a transient failure. Never where Cognito counts attempts, sends a code or takes a Session
   * that works once; once where a refresh token may have been replaced in the meantime.
   */
  readonly retries: number;
  /** Takes `ClientId`. */
  readonly client?: boolean;
  /** May trigger a Lambda function, and so takes `ClientMetadata`. */
  readonly metadata?: boolean;
  /** Takes `UserContextData`. */
  readonly context?: boolean;
  /** Completes even if the page is left. */
  readonly keepalive?: boolean;
  /** Answers nothing: the status alone tells of its success, and the body may be empty. */
  readonly isEmpty?: boolean;
}

/** Each operation that is used, by its name without what follows a colon, which is the `AuthFlow`. */
export const OPERATIONS = {
  'InitiateAuth:USER_SRP_AUTH': { retries: 2, client: true, metadata: true, context: true },
  'InitiateAuth:USER_PASSWORD_AUTH': { retries: 0, client: true, metadata: true, context: true },
  'InitiateAuth:USER_AUTH': { retries: 0, client: true, metadata: true, context: true },
  'InitiateAuth:CUSTOM_AUTH': { retries: 0, client: true, metadata: true, context: true },
  'InitiateAuth:REFRESH_TOKEN_AUTH': { retries: 1, client: true, metadata: true },
  RespondToAuthChallenge: { retries: 0, client: true, metadata: true, context: true },
  GetTokensFromRefreshToken: { retries: 1, client: true, metadata: true },
  RevokeToken: { retries: 2, client: true, keepalive: true, isEmpty: true },
  GlobalSignOut: { retries: 2, keepalive: true, isEmpty: true },
  SignUp: { retries: 0, client: true, metadata: true, context: true },
  ConfirmSignUp: { retries: 0, client: true, metadata: true, context: true },
  ResendConfirmationCode: { retries: 0, client: true, metadata: true, context: true },
  ForgotPassword: { retries: 0, client: true, metadata: true, context: true },
  ConfirmForgotPassword: { retries: 0, client: true, metadata: true, context: true, isEmpty: true },
  AssociateSoftwareToken: { retries: 0 },
  VerifySoftwareToken: { retries: 0 },
  SetUserMFAPreference: { retries: 2, isEmpty: true },
  SetUserSettings: { retries: 2, isEmpty: true },
  ConfirmDevice: { retries: 1 },
  UpdateDeviceStatus: { retries: 2, isEmpty: true },
  GetDevice: { retries: 2 },
  ListDevices: { retries: 2 },
  ForgetDevice: { retries: 0, isEmpty: true },
  ListUserSessions: { retries: 2 },
  RevokeUserSession: { retries: 0, isEmpty: true },
  DeleteUser: { retries: 0, isEmpty: true },
  GetUser: { retries: 2 },
  GetUserAuthFactors: { retries: 2 },
  ChangePassword: { retries: 0, isEmpty: true },
  UpdateUserAttributes: { retries: 0, metadata: true },
  DeleteUserAttributes: { retries: 2, isEmpty: true },
  GetUserAttributeVerificationCode: { retries: 0, metadata: true },
  VerifyUserAttribute: { retries: 0, isEmpty: true },
  ListWebAuthnCredentials: { retries: 2 },
  StartWebAuthnRegistration: { retries: 2 },
  CompleteWebAuthnRegistration: { retries: 0, isEmpty: true },
  DeleteWebAuthnCredential: { retries: 0, isEmpty: true },
} as const satisfies Readonly<Record<string, Operation>>;

/** Name of an operation. */
export type OperationName = keyof typeof OPERATIONS;
