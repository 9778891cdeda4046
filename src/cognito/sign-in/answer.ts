import { AuthError } from '../errors.js';
import { isChallengeOver } from '../failures.js';
import { hasOwn } from '../own.js';
import type { Answer, ChallengeName, PendingChallenge } from './challenge.js';
import type { Dependencies } from './dependencies.js';
import { wantsPassword } from './offered.js';
import { isWrong } from './reply.js';
import type { Reply } from './reply.js';
import { startSignIn } from './start.js';
import { submit, submitPasskey } from './submit.js';

/** The challenges that a password can answer. */
const BY_PASSWORD: readonly string[] = [
  'SELECT_CHALLENGE',
  'PASSWORD',
  'PASSWORD_SRP',
] satisfies readonly ChallengeName[];

/**
 * RespondToAuthChallenge.
 *
 * Never retried. When no response came, the challenge counts as unanswered: the user's next try either works, or Cognito
 * says that the Session is used up.
 *
 * @throws AuthError `challenge-expired` or `challenge-failed` when the sign-in has to start again.
 */
export async function answerChallenge(
  pending: PendingChallenge,
  answer: Answer,
  dependencies: Dependencies,
): Promise<Reply> {
  try {
    if (pending.progress.spent && !pending.progress.next) {
      const reply = await startSignIn('USER_AUTH', { username: pending.challenge.userId }, dependencies);
      if (!hasOwn(reply, 'pending') || reply.question.name !== 'selectFactor') return reply;
      Object.assign(pending, reply.pending);
    }
    const { userId: username } = pending.challenge;
    if (answer.answer && wantsPassword(pending.challenge, dependencies)) {
      return await startSignIn('USER_AUTH', { username, password: answer.answer }, dependencies);
    }
    return await submitPasskey(await submit(pending, answer, dependencies), answer.choice, dependencies);
  } catch (error) {
    if (isChallengeOver(error) || isWrong(error)) dependencies.device.disown();
    // Cognito has taken the choice, even if the password was wrong, the passkey did not come, or the network failed.
    const spent = BY_PASSWORD.includes(pending.challenge.name);
    pending.progress.spent = spent;
    const isGone = isWrong(error) && !(spent && answer.answer !== undefined);
    throw isGone ? new AuthError('challenge-failed', { cause: error }) : error;
  }
}
