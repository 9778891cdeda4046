import { proveDevice } from '../devices/device.js';
import type { Device } from '../devices/device.js';
import { newDeviceIn } from '../devices/new-device.js';
import type { NewDevice } from '../devices/new-device.js';
import { AuthError } from '../errors.js';
import { meaningOf } from '../exceptions.js';
import { listOf, objectOf, requireText, textOf } from '../json.js';
import type { Fields } from '../json.js';
import { hasOwn, ownOf } from '../own.js';
import { tokensOf } from '../tokens.js';
import type { IssuedTokens } from '../tokens.js';
import type { History, PendingChallenge } from './challenge.js';
import { challengeToQuestion } from './challenges.js';
import type { Dependencies, QuestionDependencies } from './dependencies.js';
import { withHistory } from './history.js';
import type { Question } from './question.js';
import { sendResponses } from './send.js';

/** A question, and the challenge that waits for its answer. */
export interface PendingQuestion {
  readonly question: Question;
  readonly pending: PendingChallenge;
}

/** Where a sign-in stands: it is complete, or there is a question. */
export type Reply = { readonly tokens: IssuedTokens; readonly newDevice?: NewDevice | undefined } | PendingQuestion;

/** Whether Cognito refused a password. */
export const isWrong = (error: unknown): boolean => AuthError.from(error).code === 'credentials';

/** A device that cannot prove itself is forgotten: its secret is corrupt, or Cognito has just forgotten it. */
async function proveOrForget(
  answer: Fields,
  userId: string,
  { post, device, now }: Dependencies,
  known: Device,
): Promise<Fields> {
  try {
    return await proveDevice(known, { answer, userId }, post, now);
  } catch (error) {
    const consequence = meaningOf(error).device;
    if (consequence) await device[consequence]();
    throw error;
  }
}

/**
 * What a response of InitiateAuth or RespondToAuthChallenge leads to.
 *
 * @param userId The name so far. Where the user typed an alias, Cognito tells the name that answers need.
 * @param before The challenge that was answered.
 */
export async function replyOf(
  answer: Fields,
  userId: string,
  dependencies: Dependencies,
  before?: PendingChallenge,
): Promise<Reply> {
  const isComplete = Object.keys(objectOf(answer, 'AuthenticationResult')).length > 0;
  if (isComplete) return { tokens: tokensOf(answer), newDevice: newDeviceIn(answer) };
  const { device, prover } = dependencies;
  const name = requireText(answer, 'ChallengeName');
  const parameters = objectOf(answer, 'ChallengeParameters');
  const real = textOf(parameters, 'USER_ID_FOR_SRP');
  const told = real ?? textOf(parameters, 'USERNAME');
  const user = told ?? userId;
  // Where Cognito asks a device for its proof, it knows the owner.
  if (told && name !== 'DEVICE_SRP_AUTH') await device.meet(told, real !== undefined);
  const { known } = device;
  if (name === 'DEVICE_SRP_AUTH' && known) {
    return replyOf(await proveOrForget(answer, user, dependencies, known), user, dependencies, before);
  }
  if (name === 'PASSWORD_VERIFIER') {
    const responses = await prover.finish(parameters);
    if (responses) {
      const verifier = { name, session: textOf(answer, 'Session'), userId: user };
      return replyOf(await sendResponses(dependencies, verifier, responses), user, dependencies, before);
    }
  }
  const pending: PendingChallenge = {
    challenge: { name, userId: user, parameters, available: listOf(answer, 'AvailableChallenges') },
    progress: ownOf({ session: requireText(answer, 'Session') }),
  };
  // When the question needs a request and that fails, the previous answer need not be given again.
  if (before) before.progress.next = pending;
  const question = await challengeToQuestion(pending, dependencies);
  if (before) before.progress.next = undefined;
  return { pending, question };
}

/** Records how the sign-in led to a question, and adds what that allows. */
function record({ pending, question }: PendingQuestion, history: History | undefined): PendingQuestion {
  pending.progress.history = history;
  return { pending, question: withHistory(question, history) };
}

/** Puts a challenge to the user, and records how the sign-in led to it. */
export const putToUser = async (
  pending: PendingChallenge,
  dependencies: QuestionDependencies,
  history: History | undefined,
): Promise<PendingQuestion> => record({ pending, question: await challengeToQuestion(pending, dependencies) }, history);

/** The reply; if it is a question, with a record of how the sign-in led to it. */
export const recorded = (reply: Reply, history: History | undefined): Reply =>
  hasOwn(reply, 'pending') ? record(reply, history) : reply;
