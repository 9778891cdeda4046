import type { AuthErrorCode } from '../../src/cognito/errors.js';
import type { Asked, Fault } from '../support/faults.js';

/** A column of the matrix. `1×`: it happens once, and to the next request no more. */
export type Mode = Fault | 'refused' | '1× cut-before' | '1× cut-after';

/** Every fault, and what a person is told where nothing else is said below. */
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

// The keys of a table are those that its type names.
export const MODES = Object.keys(CODES) as readonly Mode[];

/** What has to come of a request that fails. */
export interface Expected {
  /** A code, or the step (`→ signIn`) that the person gets to all the same; `on`: the same as without the fault. */
  readonly outcome: string;
  /** How often it is sent. */
  readonly requests: number;
  /** What happens to the person's next try: it leads on, or has to begin at sign-in. */
  readonly next: 'on' | 'over';
}

/** How often each operation may be sent in all when nothing comes of it: C-bis of the rules. Those not named: once. */
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
};

/** What passes by itself, so that trying again may help. Who has waited for ten seconds is told so instead. */
const PASSING: readonly Mode[] = [
  'refused',
  'cut-before',
  'cut-after',
  'failing',
  'unavailable',
  'throttled',
  'limited',
];

/** Operations whose answer has nothing that must be there, so that any JSON is one. */
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

/** The service has done what it was asked, and only its answer is lost. */
const COMMITTED: readonly Mode[] = ['cut-after', 'truncated', '1× cut-after'];

/** What cannot be done twice: the Session, or the code, has been used. Not a new password: with that, one is in. */
const ONCE = ['RespondToAuthChallenge', 'AssociateSoftwareToken', 'VerifySoftwareToken'];

/** What is done for good, so that whoever tries again hears that it is. */
const FOR_GOOD = ['ChangePassword', 'DeleteUser'];

/** Where it can be done anew at once: how somebody signs in is chosen again, and an app's next code is as good. */
const ANEW: readonly (readonly [flow: RegExp, request: RegExp])[] = [
  [/./, /PASSWORD_VERIFIER/],
  [/^choice/, /SELECT_CHALLENGE|WEB_AUTHN/],
  [/^app enrolled/, /VerifySoftwareToken/],
];

const GONE = 'passkey-unavailable';

/** Flows in which an operation is nobody's errand of the moment. What happens all the same. */
const ANYWAY: readonly (readonly [flow: RegExp, operation: RegExp, outcome: string, mode?: Mode])[] = [
  [/^sign-out$/, /./, '→ signIn'],
  [/^account deleted/, /RevokeToken/, '→ signIn'],
  [/^return/, /./, '→ done'],
  [/./, /ConfirmDevice/, '→ done'],
  [/^(sign-up|forgotten)/, /Auth/, '→ signIn'],
  [/./, /GetUserAuthFactors/, '→ done'],
  [/^passkey (made|asked)/, /ListWebAuthn/, '→ done'],
  // The list shows that the key is registered.
  [/^passkey (made|asked)/, /CompleteWebAuthn/, '→ done', '1× cut-after'],
  // Whoever is asked for something else has no passkey any more.
  [/^passkey offered/, /InitiateAuth/, GONE, 'unknown-challenge'],
];

/** What has to come of a request of a flow in a mode. `act`: by how many acts of the person it was preceded. */
export function expectedOf(flow: string, { operation, challenge }: Asked, act: number, mode: Mode): Expected {
  const name = `${operation} ${challenge ?? ''}`;
  const tries = TRIES[operation] ?? 1;
  const isOnce = mode.startsWith('1×');
  const speaks = /^(InitiateAuth|RespondToAuthChallenge)/.test(operation) && !/REFRESH|DEVICE_SRP/.test(name);
  const isWellFormed = mode === 'shape' || mode === 'unknown-challenge';
  const anyway = ANYWAY.find(
    ([ofFlow, ofOperation, , only = mode]) => ofFlow.test(flow) && ofOperation.test(operation) && only === mode,
  )?.[2];

  const requests = isOnce ? Math.min(tries, 2) : PASSING.includes(mode) ? tries : 1;
  const isAnswered = (isOnce && tries > 1) || (isWellFormed && UNSPECIFIC.includes(operation));
  const outcome = isAnswered
    ? 'on'
    : mode === 'unknown-challenge' && speaks && anyway !== GONE
      ? '→ unsupported'
      : (anyway ?? CODES[mode]);
  const isAnew = ANEW.some(([ofFlow, request]) => ofFlow.test(flow) && request.test(challenge ?? operation));
  // Who was at the beginning anyway, begins again.
  const isUsed = COMMITTED.includes(mode) && (FOR_GOOD.includes(operation) || (act > 0 && ONCE.includes(operation)));
  return { outcome, requests, next: (isUsed && !isAnew) || outcome === GONE ? 'over' : 'on' };
}
