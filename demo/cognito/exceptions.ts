/** An error response of Cognito. `name` is what clients read from `__type`. */
export class CognitoException extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

const exception =
  (name: string, defaultMessage = '') =>
  (message = defaultMessage): CognitoException =>
    new CognitoException(name, message);

export const aliasExists = exception('AliasExistsException');
export const codeMismatch = exception('CodeMismatchException', 'Invalid verification code provided, please try again.');
export const enableSoftwareTokenMfa = exception('EnableSoftwareTokenMFAException', 'Code mismatch');
export const expiredCode = exception('ExpiredCodeException', 'Invalid code provided, please request a code again.');
export const externalService = exception('ExternalServiceException', 'The identity provider did not answer.');
export const internalError = exception('InternalErrorException', 'Something went wrong');
export const invalidIdentityPoolConfiguration = exception(
  'InvalidIdentityPoolConfigurationException',
  'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
);
export const invalidLambdaResponse = exception('InvalidLambdaResponseException');
export const invalidParameter = exception('InvalidParameterException');
export const invalidPassword = exception('InvalidPasswordException');
export const limitExceeded = exception('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
export const notAuthorized = exception('NotAuthorizedException', 'Incorrect username or password.');
export const operationNotEnabled = exception('OperationNotEnabledException', 'User session tracking is not enabled.');
export const passwordResetRequired = exception(
  'PasswordResetRequiredException',
  'Password reset required for the user',
);
export const refreshTokenReuse = exception('RefreshTokenReuseException', 'Refresh token has been invalidated');
export const resourceConflict = exception('ResourceConflictException', 'Login already linked to another account.');
export const resourceNotFound = exception('ResourceNotFoundException');
export const serialization = exception('SerializationException', 'Unexpected content');
export const softwareTokenNotFound = exception(
  'SoftwareTokenMFANotFoundException',
  'Software Token MFA has not been enabled by the userPool.',
);
export const tooManyRequests = exception('TooManyRequestsException', 'Rate exceeded');
export const unknownOperation = exception('UnknownOperationException');
export const unsupportedTokenType = exception('UnsupportedTokenTypeException', 'Unsupported token type.');
export const userLambdaValidation = exception('UserLambdaValidationException');
export const userNotConfirmed = exception('UserNotConfirmedException', 'User is not confirmed.');
export const userNotFound = exception('UserNotFoundException', 'User does not exist.');
export const usernameExists = exception('UsernameExistsException', 'User already exists');

export const webAuthnChallengeNotFound = exception(
  'WebAuthnChallengeNotFoundException',
  'The passkey registration has expired or was never started.',
);
export const webAuthnClientMismatch = exception(
  'WebAuthnClientMismatchException',
  'The passkey registration was started by another app client.',
);
export const webAuthnConfigurationMissing = exception(
  'WebAuthnConfigurationMissingException',
  'The user pool has no relying party.',
);
export const webAuthnCredentialNotSupported = exception(
  'WebAuthnCredentialNotSupportedException',
  'The passkey is not supported.',
);
export const webAuthnNotEnabled = exception(
  'WebAuthnNotEnabledException',
  'WebAuthn is not enabled for the user pool.',
);
export const webAuthnOriginNotAllowed = exception(
  'WebAuthnOriginNotAllowedException',
  'The origin does not belong to the relying party.',
);
export const webAuthnRelyingPartyMismatch = exception(
  'WebAuthnRelyingPartyMismatchException',
  'The passkey belongs to another relying party.',
);
