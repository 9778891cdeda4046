import { fieldsOf, textOf } from '../json.js';
import type { Fields } from '../json.js';
import { ownOf } from '../own.js';
import type { Challenge, PendingChallenge, Progress } from './challenge.js';

/**
 * What may be stored of a pending challenge, as JSON. Neither the attributes that Cognito sends with
 * `NEW_PASSWORD_REQUIRED`, nor a history that contains a password.
 */
export function portable({ challenge, progress }: PendingChallenge): Fields {
  const parameters = Object.fromEntries(
    Object.entries(challenge.parameters).filter(([name]) => name !== 'userAttributes'),
  );
  const { session, spent, chosen, history } = progress;
  const isFree = history && !history.credentials.password;
  return {
    challenge: { ...challenge, parameters },
    progress: { session, ...(spent && { spent }), ...(chosen && { chosen }), ...(isFree && { history }) },
  };
}

const isChallenge = (fields: Fields): fields is Fields & Challenge =>
  Boolean(textOf(fields, 'name') && textOf(fields, 'userId')) &&
  Array.isArray(fields['available']) &&
  fieldsOf(fields['parameters']) === fields['parameters'];

const isProgress = (fields: Fields): fields is Fields & Progress => Boolean(textOf(fields, 'session'));

/** A pending challenge that was stored; undefined when it is incomplete. */
export function pendingChallengeOf(stored: unknown): PendingChallenge | undefined {
  const [challenge, progress] = ['challenge', 'progress'].map((part) => fieldsOf(fieldsOf(stored)[part]));
  return challenge && progress && isChallenge(challenge) && isProgress(progress)
    ? { challenge, progress: ownOf(progress) }
    : undefined;
}
