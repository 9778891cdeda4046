import { AuthError } from '../errors.js';
import { hasOwn } from '../own.js';
import type { PendingChallenge } from './challenge.js';
import type { Dependencies, QuestionDependencies } from './dependencies.js';
import { upToLastChoice } from './history.js';
import { isWrong, putToUser, recorded } from './reply.js';
import type { PendingQuestion, Reply } from './reply.js';
import { startSignIn } from './start.js';
import { submit } from './submit.js';

/** Puts a challenge to the user again, as after a reload. */
export const putAgain = (pending: PendingChallenge, dependencies: QuestionDependencies): Promise<PendingQuestion> =>
  putToUser(pending, dependencies, pending.progress.history);

/**
 * Starts a sign-in again, and repeats the user's answers: another code is sent.
 *
 * @param another Stops at the last choice, so that the user can choose differently.
 * @throws AuthError `challenge-expired` when only the user can repeat the answers, `challenge-failed` when they are not
 * right any more.
 */
export async function startAgain(
  { progress: { history } }: PendingChallenge,
  another: boolean,
  dependencies: Dependencies,
): Promise<Reply> {
  if (!history) throw new AuthError('challenge-expired');
  const { flow, credentials, answers } = another ? upToLastChoice(history) : history;
  try {
    let reply = await startSignIn(flow, credentials, dependencies);
    for (const [name, answer] of answers) {
      if (!hasOwn(reply, 'pending') || reply.pending.challenge.name !== name) break;
      reply = await submit(reply.pending, answer, dependencies);
    }
    // A user who had a choice still has it.
    const reached = !another && history.hasChoice && hasOwn(reply, 'pending') && reply.pending.progress.history;
    return reached ? recorded(reply, { ...reached, hasChoice: true }) : reply;
  } catch (error) {
    throw isWrong(error) ? new AuthError('challenge-failed', { cause: error }) : error;
  }
}
