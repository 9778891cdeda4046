import { AuthError } from './errors.js';
import type { AuthErrorCode } from './errors.js';

/** Whether the challenge in progress is gone, so that the sign-in starts again. */
export const isChallengeOver = (error: unknown): boolean =>
  ['challenge-expired', 'challenge-failed'].includes(AuthError.from(error).code);

const UNANSWERED: readonly AuthErrorCode[] = [
  'bad-response',
  'cancelled',
  'delivery-failed',
  'offline',
  'service',
  'timeout',
];

/** Whether it is unknown, after a failure, if the request took effect. */
export const isUnanswered = (error: unknown): boolean => UNANSWERED.includes(AuthError.from(error).code);
