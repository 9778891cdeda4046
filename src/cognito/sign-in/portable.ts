import type { AuthFlow } from '../../config/config.js';
import { isFactor, nameOfMfaType } from '../choices.js';
import type { MfaType } from '../choices.js';
import { fieldsOf, isTrue, listOf, textOf } from '../json.js';
import type { Fields } from '../json.js';
import { ownOf } from '../own.js';
import type { Answer, Challenge, History, PendingChallenge, Progress } from './challenge.js';

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

/** The flows that a sign-in can be repeated by. */
const FLOWS: Readonly<Record<AuthFlow, true>> = {
  USER_SRP_AUTH: true,
  USER_PASSWORD_AUTH: true,
  USER_AUTH: true,
  CUSTOM_WITH_SRP: true,
  CUSTOM_WITHOUT_SRP: true,
};

const isFlow = (name: string | undefined): name is AuthFlow => name !== undefined && Object.hasOwn(FLOWS, name);
const isMfaType = (name: string | undefined): name is MfaType => nameOfMfaType(name) !== undefined;

/** Whether a stored value is text, or was left out. */
const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';

/** An answer that was stored, with the name of its challenge. */
function isAnswer(stored: unknown): stored is readonly [string, Answer] {
  const [name, answer, ...more] = listOf({ stored }, 'stored');
  const { choice, attributes, ...others } = fieldsOf(answer);
  const isWhole = typeof name === 'string' && isText(choice) && Object.values(fieldsOf(attributes)).every(isText);
  return isWhole && more.length === 0 && Object.keys(others).length === 0;
}

/** How a sign-in led to a challenge; undefined when anything in it is not what `portable` writes. */
function historyOf(stored: unknown): History | undefined {
  const fields = fieldsOf(stored);
  const [flow, credentials] = [textOf(fields, 'flow'), fieldsOf(fields['credentials'])];
  const [username, preferred] = [textOf(credentials, 'username'), textOf(credentials, 'preferred')];
  const answers = listOf(fields, 'answers');
  if (!isFlow(flow) || !username || !Array.isArray(fields['answers']) || !answers.every(isAnswer)) return undefined;
  if (Object.hasOwn(credentials, 'preferred') && !isFactor(preferred)) return undefined;
  return {
    flow,
    credentials: { username, ...(isFactor(preferred) && { preferred }) },
    answers,
    hasChoice: isTrue(fields, 'hasChoice'),
  };
}

const isChallenge = (fields: Fields): fields is Fields & Challenge =>
  Boolean(textOf(fields, 'name') && textOf(fields, 'userId')) &&
  Array.isArray(fields['available']) &&
  fieldsOf(fields['parameters']) === fields['parameters'];

/** What was stored of the progress; undefined without a Session. */
function progressOf(stored: Fields): Progress | undefined {
  const [session, chosen, history] = [
    textOf(stored, 'session'),
    textOf(stored, 'chosen'),
    historyOf(stored['history']),
  ];
  if (!session) return undefined;
  return ownOf({
    session,
    spent: isTrue(stored, 'spent'),
    ...(isMfaType(chosen) && { chosen }),
    ...(history && { history }),
  });
}

/** A pending challenge that was stored; undefined when it is incomplete. */
export function pendingChallengeOf(stored: unknown): PendingChallenge | undefined {
  const fields = fieldsOf(stored);
  const [challenge, progress] = [fieldsOf(fields['challenge']), progressOf(fieldsOf(fields['progress']))];
  return progress && isChallenge(challenge) ? { challenge, progress } : undefined;
}
