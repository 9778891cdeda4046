/** An answer of Cognito that is a refusal. `name` is what clients read from `__type`. */
export class CognitoException extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

const refusal =
  (name: string, usual = '') =>
  (message = usual): CognitoException =>
    new CognitoException(name, message);

export const aliasExists = refusal('AliasExistsException');
export const codeMismatch = refusal('CodeMismatchException', 'Invalid verification code provided, please try again.');
export const enableSoftwareTokenMfa = refusal('EnableSoftwareTokenMFAException', 'Code mismatch');
export const expiredCode = refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.');
export const internalError = refusal('InternalErrorException', 'Something went wrong');
export const invalidLambdaResponse = refusal('InvalidLambdaResponseException');
export const invalidParameter = refusal('InvalidParameterException');
export const invalidPassword = refusal('InvalidPasswordException');
export const invalidUserPoolConfiguration = refusal('InvalidUserPoolConfigurationException');
export const limitExceeded = refusal('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
export const notAuthorized = refusal('NotAuthorizedException', 'Incorrect username or password.');
export const operationNotEnabled = refusal('OperationNotEnabledException', 'User session tracking is not enabled.');
export const passwordResetRequired = refusal('PasswordResetRequiredException', 'Password reset required for the user');
export const refreshTokenReuse = refusal('RefreshTokenReuseException', 'Refresh token has been invalidated');
export const resourceNotFound = refusal('ResourceNotFoundException');
export const serialization = refusal('SerializationException', 'Unexpected content');
export const softwareTokenNotFound = refusal(
  'SoftwareTokenMFANotFoundException',
  'Software Token MFA has not been enabled by the userPool.',
);
export const tooManyRequests = refusal('TooManyRequestsException', 'Rate exceeded');
export const unknownOperation = refusal('UnknownOperationException');
export const unsupportedTokenType = refusal('UnsupportedTokenTypeException', 'Unsupported token type.');
export const userLambdaValidation = refusal('UserLambdaValidationException');
export const userNotConfirmed = refusal('UserNotConfirmedException', 'User is not confirmed.');
export const userNotFound = refusal('UserNotFoundException', 'User does not exist.');
export const usernameExists = refusal('UsernameExistsException', 'User already exists');

export const webAuthnChallengeNotFound = refusal(
  'WebAuthnChallengeNotFoundException',
  'The passkey registration has expired or was never started.',
);
export const webAuthnClientMismatch = refusal(
  'WebAuthnClientMismatchException',
  'The passkey registration was started by another app client.',
);
export const webAuthnConfigurationMissing = refusal(
  'WebAuthnConfigurationMissingException',
  'The user pool has no relying party.',
);
export const webAuthnCredentialNotSupported = refusal(
  'WebAuthnCredentialNotSupportedException',
  'The passkey is not supported.',
);
export const webAuthnNotEnabled = refusal('WebAuthnNotEnabledException', 'WebAuthn is not enabled for the user pool.');
export const webAuthnOriginNotAllowed = refusal(
  'WebAuthnOriginNotAllowedException',
  'The origin does not belong to the relying party.',
);
export const webAuthnRelyingPartyMismatch = refusal(
  'WebAuthnRelyingPartyMismatchException',
  'The passkey belongs to another relying party.',
);
