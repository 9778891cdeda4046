import { AuthError } from '../errors.js';
import type { Fields } from '../json.js';
import { hasOwn } from '../own.js';
import type { Answer, Challenge, Credentials, PendingChallenge } from './challenge.js';
import { answerToResponses } from './challenges.js';
import type { Dependencies } from './dependencies.js';
import { historyAfter } from './history.js';
import { putToUser, recorded, replyOf } from './reply.js';
import type { Reply } from './reply.js';
import { sendResponses } from './send.js';

/** Submits one answer: RespondToAuthChallenge, or the next question where the answer is not for Cognito. */
export async function submit(pending: PendingChallenge, answer: Answer, dependencies: Dependencies): Promise<Reply> {
  const { challenge, progress } = pending;
  const history = historyAfter(pending, answer, dependencies);
  if (progress.next) return putToUser(progress.next, dependencies, history);
  const responses = await answerToResponses(pending, answer, dependencies);
  if (!responses) return putToUser(pending, dependencies, history);
  const { name, userId } = challenge;
  const sent = sendResponses(dependencies, { name, userId, session: progress.session }, responses);
  const received = await withPasskeyOutcome(sent, challenge, dependencies);
  return recorded(await replyOf(received, userId, dependencies, pending), history);
}

/** Tells whether a passkey was accepted. */
async function withPasskeyOutcome(
  answer: Promise<Fields>,
  { name }: Challenge,
  { passkey }: Dependencies,
): Promise<Fields> {
  if (name !== 'WEB_AUTHN') return answer;
  try {
    const received = await answer;
    await passkey.accepted();
    return received;
  } catch (error) {
    if (AuthError.from(error).code === 'passkey-rejected') await passkey.refused();
    throw error;
  }
}

/** A user who chose a passkey is asked for it at once. */
export async function submitPasskey(
  reply: Reply,
  choice: Answer['choice'],
  dependencies: Dependencies,
): Promise<Reply> {
  const isChosen = choice === 'passkey' && hasOwn(reply, 'pending') && reply.pending.challenge.name === 'WEB_AUTHN';
  return isChosen ? submit(reply.pending, {}, dependencies) : reply;
}

/** Where the Session of a sign-up came too late to replace a factor, the password is used that was typed there. */
export async function submitPassword(
  reply: Reply,
  { password, session }: Credentials,
  dependencies: Dependencies,
): Promise<Reply> {
  if (!session || !password || !hasOwn(reply, 'pending')) return reply;
  const { pending, question } = reply;
  const isOffered = question.name === 'selectFactor' && question.factors.includes('password');
  return isOffered ? submit(pending, { choice: 'password', answer: password }, dependencies) : reply;
}

/** Where a code is the only way to sign in, it is sent without a question. */
export async function submitOnlyCode(reply: Reply, dependencies: Dependencies): Promise<Reply> {
  if (!hasOwn(reply, 'pending') || reply.pending.challenge.name !== 'SELECT_CHALLENGE') return reply;
  const { pending, question } = reply;
  const [choice, ...more] = question.name === 'selectFactor' ? question.factors : [];
  return !more.length && (choice === 'email' || choice === 'sms') ? submit(pending, { choice }, dependencies) : reply;
}
