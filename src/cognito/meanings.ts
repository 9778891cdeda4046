import type { MeaningRow, Requested } from './meaning.js';
import { OAUTH_MEANINGS } from './oauth/oauth-meanings.js';

const START: readonly Requested[] = ['InitiateAuth', 'RespondToAuthChallenge'];
const REFRESH: readonly Requested[] = ['GetTokensFromRefreshToken', 'InitiateAuth:REFRESH_TOKEN_AUTH'];
/** Requests that a session which has ended is refused. */
const SESSION: readonly Requested[] = [...REFRESH, 'GlobalSignOut'];
/** What takes a code of an account that may not exist: every refusal looks the same. */
const CODE: readonly Requested[] = ['ConfirmSignUp', 'ConfirmForgotPassword'];
const RESET: readonly Requested[] = ['ConfirmForgotPassword'];
const FORGOT: readonly Requested[] = ['ForgotPassword'];
const DEVICE_PROOF: readonly Requested[] = [
  'RespondToAuthChallenge:DEVICE_SRP_AUTH',
  'RespondToAuthChallenge:DEVICE_PASSWORD_VERIFIER',
];
/** Challenges that a wrong password can be the answer to. */
const PASSWORD: readonly Requested[] = [
  'RespondToAuthChallenge:SELECT_CHALLENGE',
  'RespondToAuthChallenge:PASSWORD',
  'RespondToAuthChallenge:PASSWORD_SRP',
  'RespondToAuthChallenge:PASSWORD_VERIFIER',
];

const WRONG = /incorrect username or password/i;

/**
 * What every exception means with such a message: the words of a Lambda function, which may be anything. When it crashes,
 * its runtime speaks, and not to users.
 */
export const OF_LAMBDA: readonly MeaningRow[] = [
  { message: /^\w+ failed with error [^]*(?:RequestId: |Process exited |Task timed out |arn:aws)/i, code: 'service' },
  { message: /^\w+ failed with error /i, code: 'rejected', isTold: true },
];

/**
 * What each exception means, by its name without `Exception`. The first row that fits applies.
 *
 * @see {@link https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html}
 */
export const MEANINGS: ReadonlyMap<string, readonly MeaningRow[]> = new Map<string, readonly MeaningRow[]>([
  ...OAUTH_MEANINGS,
  ['AliasExists', [{ code: 'alias-exists' }]],
  ['CodeDeliveryFailure', [{ code: 'delivery-failed' }]],
  ['CodeMismatch', [{ code: 'wrong-code' }]],
  ['ConcurrentModification', [{ code: 'service' }]],
  ['EnableSoftwareTokenMFA', [{ code: 'wrong-code' }]],
  [
    'ExpiredCode',
    [
      // The code of an authenticator app that was used for a sign-in a moment ago: the next one works.
      { message: /already been used/i, code: 'wrong-code' },
      { requests: CODE, code: 'wrong-code' },
      { code: 'code-expired' },
    ],
  ],
  ['FeatureUnavailableInTier', [{ code: 'configuration' }]],
  ['Forbidden', [{ code: 'blocked' }]],
  ['InternalError', [{ code: 'service' }]],
  ['InvalidEmailRoleAccessPolicy', [{ code: 'configuration' }]],
  ['InvalidLambdaResponse', [{ code: 'service' }]],
  [
    'InvalidParameter',
    [
      {
        message: /\bat '(?:password|proposedPassword)' failed to satisfy constraint: Member must (?:have|satisfy)/i,
        code: 'password-policy',
        field: 'new-password',
      },
      // No password of this pool.
      {
        message: /\bat 'previousPassword' failed to satisfy constraint: Member must (?:have|satisfy)/i,
        code: 'credentials',
      },
      { message: /\bat '(?:confirmationCode|userCode|code)' failed/i, code: 'wrong-code' },
      { message: /\bat '(?:clientId|clientMetadata|analyticsMetadata)' failed/i, code: 'configuration' },
      {
        message: /\bat 'username' failed|^Username (?:should|cannot) be/i,
        code: 'invalid-parameter',
        field: 'username',
      },
      { message: /^Invalid email address format/i, code: 'invalid-parameter', field: 'email' },
      { message: /^Invalid phone number format/i, code: 'invalid-parameter', field: 'phone_number' },
      {
        message: /^(?:Attributes did not conform to the schema: |Invalid attributes given, )(?<field>(?:custom:)?\w+)/i,
        code: 'invalid-parameter',
      },
      { requests: FORGOT, message: /cannot reset password/i, code: 'invalid-parameter', isSuccess: true },
      { requests: RESET, message: /cannot reset password/i, code: 'wrong-code' },
      { requests: ['ResendConfirmationCode'], message: /^cannot resend/i, code: 'invalid-parameter', isSuccess: true },
      { requests: REFRESH, message: /^Invalid device key/i, code: 'invalid-parameter', device: 'skip' },
      { requests: START, message: /^Invalid device key/i, code: 'challenge-expired', device: 'forget' },
      { message: /software token mfa|delivery config|another MFA method/i, code: 'mfa-not-set-up' },
      { message: /secret|not enabled|not supported|trigger is not configured/i, code: 'configuration' },
      { code: 'invalid-parameter' },
    ],
  ],
  [
    'InvalidPassword',
    [
      // A pattern says nothing to a user.
      { message: /regular expression/i, code: 'password-policy' },
      { code: 'password-policy', isTold: true },
    ],
  ],
  ['InvalidSmsRoleAccessPolicy', [{ code: 'configuration' }]],
  ['InvalidSmsRoleTrustRelationship', [{ code: 'configuration' }]],
  ['InvalidUserPoolConfiguration', [{ code: 'configuration' }]],
  [
    'LimitExceeded',
    [
      // The limit of the account in AWS, not of the user.
      { message: /^Exceeded (?:\w+ )?(?:\w+ )?limit/i, code: 'delivery-failed' },
      { requests: ['StartWebAuthnRegistration', 'CompleteWebAuthnRegistration'], code: 'rejected', isTold: true },
      { code: 'too-many-attempts' },
    ],
  ],
  ['MFAMethodNotFound', [{ code: 'configuration' }]],
  [
    'NotAuthorized',
    [
      { message: /attempts exceeded/i, code: 'locked' },
      { requests: FORGOT, message: /cannot be reset|is disabled/i, code: 'rejected', isSuccess: true },
      { requests: RESET, message: /cannot be reset|is disabled/i, code: 'wrong-code' },
      // Confirmed by a link, or by a request whose response was lost.
      { requests: ['ConfirmSignUp'], message: /current status is confirmed/i, code: 'rejected', isSuccess: true },
      { requests: SESSION, message: /^User is disabled/i, code: 'disabled', session: 'revoked' },
      { message: /^User is disabled/i, code: 'disabled' },
      { message: /^(?:Temporary password|User account) has expired/i, code: 'rejected', isTold: true },
      { message: /^Invalid session\b|\bsession (?:is|has) expired|\bsession can only/i, code: 'challenge-expired' },
      // Tokens of the hosted pages lack `aws.cognito.signin.user.admin` unless it was requested.
      { message: /\bscopes?\b/i, code: 'configuration' },
      {
        requests: SESSION,
        message: /^(?:Access|Refresh) Token (?:has|is) expired/i,
        code: 'session-expired',
        session: 'expired',
      },
      {
        requests: SESSION,
        message: /^(?:Access|Refresh) Token (?:has been|is) |^Invalid (?:Access|Refresh) Token/i,
        code: 'session-expired',
        session: 'revoked',
      },
      { message: /\b(?:access|refresh) token\b/i, code: 'session-expired' },
      { message: /security reasons/i, code: 'blocked' },
      {
        message: /^Cannot modify (?:an already provided|the non-mutable attribute) (?<field>[\w:]+)/i,
        code: 'invalid-parameter',
      },
      {
        requests: DEVICE_PROOF,
        message: /^Cannot initiate DEVICE_SRP_AUTH/i,
        code: 'challenge-expired',
        device: 'skip',
      },
      { requests: DEVICE_PROOF, message: WRONG, code: 'challenge-expired', device: 'forget' },
      { requests: ['RespondToAuthChallenge:WEB_AUTHN'], message: WRONG, code: 'passkey-rejected' },
      { requests: PASSWORD, message: WRONG, code: 'credentials' },
      { requests: ['RespondToAuthChallenge'], message: WRONG, code: 'challenge-failed' },
      { requests: SESSION, message: WRONG, code: 'credentials', session: 'revoked' },
      { message: WRONG, code: 'credentials' },
      {
        message: /secret|not (?:permitted|authorized|enabled|supported)|unauthorized|trigger is not configured/i,
        code: 'configuration',
      },
      { code: 'rejected' },
    ],
  ],
  ['OperationNotEnabled', [{ code: 'configuration' }]],
  ['PasswordHistoryPolicyViolation', [{ code: 'password-reused' }]],
  [
    'PasswordResetRequired',
    [
      { requests: SESSION, code: 'session-expired', session: 'revoked' },
      { code: 'session-expired', next: 'resetPassword' },
    ],
  ],
  ['RefreshTokenReuse', [{ code: 'session-expired', session: 'revoked' }]],
  [
    'ResourceNotFound',
    [
      { requests: REFRESH, message: /device/i, code: 'configuration', device: 'skip' },
      { requests: START, message: /device/i, code: 'challenge-expired', device: 'forget' },
      // Deleted by an earlier request, whose response was lost.
      { requests: ['ForgetDevice'], message: /device/i, code: 'configuration', isSuccess: true },
      { requests: ['RevokeUserSession'], message: /session/i, code: 'configuration', isSuccess: true },
      {
        requests: ['DeleteWebAuthnCredential'],
        message: /passkey|credential/i,
        code: 'configuration',
        isSuccess: true,
      },
      { requests: SESSION, message: /^User pool /i, code: 'configuration', session: 'configuration' },
      { code: 'configuration' },
    ],
  ],
  ['ServiceUnavailable', [{ code: 'service' }]],
  ['SoftwareTokenMFANotFound', [{ code: 'configuration' }]],
  ['Throttling', [{ code: 'too-many-requests' }]],
  ['TooManyFailedAttempts', [{ code: 'too-many-attempts' }]],
  ['TooManyRequests', [{ code: 'too-many-requests' }]],
  ['UnexpectedLambda', [{ code: 'service' }]],
  ['UnsupportedTokenType', [{ code: 'configuration' }]],
  [
    'UserLambdaValidation',
    [
      { message: /RequestId: |Process exited |Task timed out |arn:aws/i, code: 'service' },
      { code: 'rejected', isTold: true },
    ],
  ],
  [
    'UserNotConfirmed',
    [
      { requests: FORGOT, code: 'rejected', isSuccess: true },
      { requests: RESET, code: 'wrong-code' },
      { requests: SESSION, code: 'session-expired', session: 'revoked' },
      { code: 'session-expired', next: 'confirmSignUp' },
    ],
  ],
  [
    'UserNotFound',
    [
      { requests: CODE, code: 'wrong-code' },
      { requests: ['ForgotPassword', 'ResendConfirmationCode'], code: 'credentials', isSuccess: true },
      { requests: SESSION, code: 'credentials', session: 'revoked' },
      // The same as for a wrong password, so that a caller cannot find out who has an account.
      { code: 'credentials' },
    ],
  ],
  ['UsernameExists', [{ code: 'username-exists' }]],
  ['WebAuthnChallengeNotFound', [{ code: 'timeout' }]],
  ['WebAuthnClientMismatch', [{ code: 'configuration' }]],
  ['WebAuthnConfigurationMissing', [{ code: 'passkey-unavailable' }]],
  ['WebAuthnCredentialNotSupported', [{ code: 'passkey-rejected' }]],
  ['WebAuthnNotEnabled', [{ code: 'passkey-unavailable' }]],
  ['WebAuthnOriginNotAllowed', [{ code: 'passkey-unavailable' }]],
  ['WebAuthnRelyingPartyMismatch', [{ code: 'passkey-unavailable' }]],
]);
