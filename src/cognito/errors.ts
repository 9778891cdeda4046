/**
 * Every way a request can fail, in our words. Each code has a text in every vocabulary (`error.<code>`).
 *
 * Two kinds need care by the chart: `challenge-expired` (the challenge in progress is gone, sign-in starts again) and
 * `session-expired` (the signed-in session is gone).
 */
export type AuthErrorCode =
  | 'alias-exists'
  | 'bad-response'
  | 'blocked'
  | 'cancelled'
  | 'challenge-expired'
  | 'code-expired'
  | 'configuration'
  | 'credentials'
  | 'delivery-failed'
  | 'disabled'
  | 'invalid-parameter'
  | 'locked'
  | 'offline'
  | 'password-policy'
  | 'password-reused'
  | 'rejected'
  | 'service'
  | 'session-expired'
  | 'timeout'
  | 'too-many-attempts'
  | 'too-many-requests'
  | 'unknown'
  | 'unsupported'
  | 'username-exists'
  | 'wrong-code';
