import type { AuthErrorCode } from '../../src/cognito/errors.js';
import { OPERATIONS } from '../../src/cognito/operations.js';
import type { Operation } from '../../src/cognito/operations.js';
import type { Asked, Fault } from '../support/faults.js';

/** A column of the matrix. `1×`: only the first request fails. */
export type Mode = Fault | 'refused' | '1× cut-before' | '1× cut-after';

/** Every fault, and its error code unless a table below has another one. */
const CODES: Readonly<Record<Mode, AuthErrorCode>> = {
  refused: 'offline',
  'cut-before': 'offline',
  'cut-after': 'offline',
  hang: 'timeout',
  failing: 'service',
  unavailable: 'service',
  throttled: 'too-many-requests',
  limited: 'too-many-requests',
  html: 'bad-response',
  portal: 'bad-response',
  truncated: 'bad-response',
  empty: 'bad-response',
  'no-content': 'bad-response',
  shape: 'bad-response',
  'unknown-challenge': 'bad-response',
  '1× cut-before': 'offline',
  '1× cut-after': 'offline',
};

// `Object.keys` loses the type of the keys.
export const MODES = Object.keys(CODES) as readonly Mode[];

/** The expected outcome of a failed request. */
export interface Expected {
  /** A code, or the step (`→ signIn`) that follows anyway; `on`: the same as without the fault. */
  readonly outcome: string;
  /** How often it is sent. */
  readonly requests: number;
  /** The outcome of the user's next try: it continues, or has to start at the sign-in. */
  readonly next: 'on' | 'over';
}

/** How often each operation may be sent in all while it fails. Others: once. */
const TRIES: Readonly<Record<string, number>> = {
  'InitiateAuth:USER_SRP_AUTH': 3,
  'InitiateAuth:REFRESH_TOKEN_AUTH': 2,
  GetTokensFromRefreshToken: 2,
  ConfirmDevice: 2,
  GetUserAuthFactors: 3,
  ListWebAuthnCredentials: 3,
  GetUser: 3,
  DeleteUserAttributes: 3,
  ListDevices: 3,
  ListUserSessions: 3,
  RevokeToken: 3,
  GlobalSignOut: 3,
  SetUserMFAPreference: 3,
  StartWebAuthnRegistration: 3,
  UpdateDeviceStatus: 3,
  'GET /us-east-1_Example10/.well-known/jwks.json': 3,
};

/** What the endpoints of OAuth tell by the status alone: they have no exceptions. */
const AT_ENDPOINTS: Readonly<Partial<Record<Mode, AuthErrorCode>>> = { throttled: 'bad-response', html: 'service' };

/** Temporary errors, for which a retry may help. A timeout of ten seconds is reported instead. */
const PASSING: readonly AuthErrorCode[] = ['offline', 'service', 'too-many-requests'];

/** Operations whose response has no required member, so that any JSON is one. */
const UNSPECIFIC = [
  'ChangePassword',
  'DeleteUser',
  'DeleteUserAttributes',
  'ForgetDevice',
  'GetUser',
  'GetUserAttributeVerificationCode',
  'GetUserAuthFactors',
  'ListDevices',
  'ListUserSessions',
  'RevokeUserSession',
  'UpdateUserAttributes',
  'VerifyUserAttribute',
  'CompleteWebAuthnRegistration',
  'DeleteWebAuthnCredential',
  'ListWebAuthnCredentials',
  'ConfirmDevice',
  'ConfirmForgotPassword',
  'ConfirmSignUp',
  'ForgotPassword',
  'GlobalSignOut',
  'ResendConfirmationCode',
  'RevokeToken',
  'SetUserMFAPreference',
  'UpdateDeviceStatus',
];

/** Operations whose response may have no body. */
const EMPTY = Object.entries<Operation>(OPERATIONS).flatMap(([name, { isEmpty }]) => (isEmpty ? [name] : []));

/** Operations whose response never has one, so that nothing of it can be lost. */
const BODILESS = ['DeleteUser', 'ForgetDevice'];

/** The service has performed the operation, and only its response is lost. */
const COMMITTED: readonly Mode[] = ['cut-after', 'truncated', '1× cut-after'];

/** What cannot be repeated: the Session, or the code, has been used. Except a new password, which signs in. */
const ONCE = ['RespondToAuthChallenge', 'AssociateSoftwareToken', 'VerifySoftwareToken'];

/** What stays done, so that the next try gets the error that it is done. */
const FOR_GOOD = ['ChangePassword', 'DeleteUser'];

/** What can be repeated at once: the choice of a factor, and the next code of an app. */
const ANEW: readonly (readonly [flow: RegExp, request: RegExp])[] = [
  [/./, /PASSWORD_VERIFIER/],
  [/^choice/, /SELECT_CHALLENGE|WEB_AUTHN/],
  [/^app enrolled/, /VerifySoftwareToken/],
];

const GONE = 'passkey-unavailable';

/** Flows in which an operation runs in the background. Its outcome is the same as without the fault. */
const ANYWAY: readonly (readonly [
  flow: RegExp,
  operation: RegExp,
  outcome: string,
  mode?: Mode | undefined,
  act?: number,
])[] = [
  [/^sign-out$/, /./, '→ signIn'],
  [/^account deleted/, /RevokeToken/, '→ signIn'],
  [/^return/, /./, '→ done'],
  [/./, /ConfirmDevice/, '→ done'],
  [/^(sign-up|forgotten)/, /Auth/, '→ signIn'],
  [/./, /GetUserAuthFactors/, '→ done'],
  // Before the user is asked.
  [/^passkey asked/, /StartWebAuthn/, '→ done', undefined, 0],
  [/^passkey (made|asked)/, /ListWebAuthn/, '→ done'],
  // The list shows that the key is registered.
  [/^passkey (made|asked)/, /CompleteWebAuthn/, '→ done', '1× cut-after'],
  // After another challenge, the user has no passkey any more.
  [/^passkey offered/, /InitiateAuth/, GONE, 'unknown-challenge'],
];

/** The expected outcome of a request of a flow in a mode. `act`: the number of actions of the user before it. */
export function expectedOf(flow: string, { operation, challenge }: Asked, act: number, mode: Mode): Expected {
  const name = `${operation} ${challenge ?? ''}`;
  const tries = TRIES[operation] ?? 1;
  const isOnce = mode.startsWith('1×');
  const code = (operation.includes('/') && AT_ENDPOINTS[mode]) || CODES[mode];
  const speaks = /^(InitiateAuth|RespondToAuthChallenge)/.test(operation) && !/REFRESH|DEVICE_SRP/.test(name);
  const isWellFormed = mode === 'shape' || mode === 'unknown-challenge';
  const anyway = ANYWAY.find(
    ([ofFlow, ofOperation, , only = mode, during = act]) =>
      ofFlow.test(flow) && ofOperation.test(operation) && only === mode && during === act,
  )?.[2];

  const requests = isOnce ? Math.min(tries, 2) : PASSING.includes(code) ? tries : 1;
  const isEmpty = mode === 'empty' || mode === 'no-content' || (mode === 'truncated' && BODILESS.includes(operation));
  const isAnswered =
    (isOnce && tries > 1) || (isWellFormed && UNSPECIFIC.includes(operation)) || (isEmpty && EMPTY.includes(operation));
  const outcome = isAnswered
    ? 'on'
    : mode === 'unknown-challenge' && speaks && anyway !== GONE
      ? '→ unsupported'
      : (anyway ?? code);
  const isAnew = ANEW.some(([ofFlow, request]) => ofFlow.test(flow) && request.test(challenge ?? operation));
  // A user at the start starts again.
  const isUsed = COMMITTED.includes(mode) && (FOR_GOOD.includes(operation) || (act > 0 && ONCE.includes(operation)));
  return { outcome, requests, next: (isUsed && !isAnew) || outcome === GONE ? 'over' : 'on' };
}
