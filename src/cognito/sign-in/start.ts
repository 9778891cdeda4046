import type { AuthFlow } from '../../config/config.js';
import type { Answer, Challenge, ChallengeName, Credentials, Means, Question, Way } from './challenge.js';
import { ask, requestOf, respond } from './challenges.js';
import { nameOfFactor } from '../choices.js';
import { proveDevice } from '../device.js';
import type { Device } from '../device.js';
import { AuthError, isUnanswered } from '../errors.js';
import { isException } from '../exceptions.js';
import { listOf, objectOf, requireText, textOf } from '../json.js';
import type { Fields } from '../json.js';
import { newDeviceIn } from '../devices/new-device.js';
import type { NewDevice } from '../devices/new-device.js';
import type { OperationName } from '../operations.js';
import { offerPasskey } from '../passkeys/get-passkey.js';
import type { Prover } from '../prover.js';
import { Secret } from '../secret.js';
import { tokensOf } from '../tokens.js';
import type { IssuedTokens } from '../tokens.js';
import { toLastChoice, wayAfter } from './history.js';

/** A sign-in that waits for somebody's answer. */
export interface Asking {
  readonly question: Question;
  readonly challenge: Challenge;
}

/** Where a sign-in stands: it is over, or there is something to ask. */
export type Reply = { readonly tokens: IssuedTokens; readonly newDevice?: NewDevice | undefined } | Asking;

interface Start {
  readonly operation: OperationName;
  /** Takes no `DEVICE_KEY`: a device is asked for once the first factor is known. */
  readonly hidesDevice?: boolean;
  /** AuthParameters, without `USERNAME`. */
  parameters(credentials: Credentials, prover: Prover): Fields | Promise<Fields>;
}

const passwordOf = ({ password = new Secret('') }: Credentials): Secret => password;

/** How each flow begins. */
const STARTS: Readonly<Record<AuthFlow, Start>> = {
  USER_SRP_AUTH: {
    operation: 'InitiateAuth:USER_SRP_AUTH',
    parameters: async (credentials, prover) => ({ SRP_A: await prover.start(passwordOf(credentials)) }),
  },
  USER_PASSWORD_AUTH: {
    operation: 'InitiateAuth:USER_PASSWORD_AUTH',
    parameters: (credentials) => ({ PASSWORD: passwordOf(credentials).reveal() }),
  },
  USER_AUTH: {
    operation: 'InitiateAuth:USER_AUTH',
    hidesDevice: true,
    parameters: async ({ password, preferred }, prover) =>
      password
        ? { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: await prover.start(password) }
        : { ...(preferred && { PREFERRED_CHALLENGE: nameOfFactor(preferred) }) },
  },
  CUSTOM_WITH_SRP: {
    operation: 'InitiateAuth:CUSTOM_AUTH',
    parameters: async (credentials, prover) => ({
      CHALLENGE_NAME: 'SRP_A',
      SRP_A: await prover.start(passwordOf(credentials)),
    }),
  },
  CUSTOM_WITHOUT_SRP: { operation: 'InitiateAuth:CUSTOM_AUTH', parameters: () => ({}) },
};

/** What begins an SRP proof names no device: what comes back says whose it has to be, and the proof itself can name it. */
const namedWith = (given: Fields, named: Fields): Fields => ('SRP_A' in given ? {} : named);

/** Sends, naming the device; once more without it where Cognito does not know that any more. */
async function send(
  { post, device }: Means,
  operation: OperationName,
  make: (named: Fields) => Fields,
): Promise<Fields> {
  const { known } = device;
  try {
    return await post(operation, make(known ? { DEVICE_KEY: known.key } : {}));
  } catch (error) {
    if (!known || !isException(error, 'ResourceNotFoundException', /device/i)) throw error;
    await device.refuse();
    return post(operation, make({}));
  }
}

/** RespondToAuthChallenge */
const sendAnswer = (
  means: Means,
  { name, session, userId }: Pick<Challenge, 'name' | 'userId'> & { readonly session: string | undefined },
  responses: Fields,
): Promise<Fields> =>
  send(means, 'RespondToAuthChallenge', (named) => ({
    ChallengeName: name,
    Session: session,
    ChallengeResponses: { USERNAME: userId, ...namedWith(responses, named), ...responses },
  }));

/** A device that cannot prove itself is none: its secret is corrupt, or it was forgotten a moment ago. */
async function proveOrForget(answer: Fields, userId: string, means: Means, known: Device): Promise<Fields> {
  try {
    return await proveDevice(known, { answer, userId }, means.post, means.now);
  } catch (error) {
    if (isUnanswered(error) || AuthError.from(error).code === 'too-many-requests') throw error;
    await means.device.forget();
    throw new AuthError('challenge-expired', { cause: error });
  }
}

/**
 * What an answer of InitiateAuth or RespondToAuthChallenge leads to.
 *
 * @param userId The name so far. Where somebody came by an alias, Cognito tells the one that answers have to give.
 */
async function replyOf(answer: Fields, userId: string, means: Means, before?: Challenge): Promise<Reply> {
  const isOver = Object.keys(objectOf(answer, 'AuthenticationResult')).length > 0;
  if (isOver) return { tokens: tokensOf(answer), newDevice: newDeviceIn(answer) };
  const name = requireText(answer, 'ChallengeName');
  const parameters = objectOf(answer, 'ChallengeParameters');
  const real = textOf(parameters, 'USER_ID_FOR_SRP');
  const told = real ?? textOf(parameters, 'USERNAME');
  const user = told ?? userId;
  // Where Cognito asks a device for its proof, it knows whose it is.
  if (told && name !== 'DEVICE_SRP_AUTH') await means.device.meet(told, real !== undefined);
  const { known } = means.device;
  if (name === 'DEVICE_SRP_AUTH' && known) {
    return replyOf(await proveOrForget(answer, user, means, known), user, means, before);
  }
  if (name === 'PASSWORD_VERIFIER') {
    const responses = await means.prover.finish(parameters);
    if (responses) {
      const asked = { name, session: textOf(answer, 'Session'), userId: user };
      return replyOf(await sendAnswer(means, asked, responses), user, means, before);
    }
  }
  const challenge: Challenge = {
    name,
    session: requireText(answer, 'Session'),
    userId: user,
    parameters,
    available: listOf(answer, 'AvailableChallenges'),
  };
  // Should the question take a request that fails, the answer before it need not be given again.
  if (before) before.next = challenge;
  const question = await ask(challenge, means.post);
  if (before) before.next = undefined;
  return { challenge, question };
}

/** Remembers how somebody came to a challenge, and says what they can do with that. */
function cameBy({ challenge, question }: Asking, way: Way | undefined): Asking {
  challenge.way = way;
  return { challenge, question: way ? withWay(question, way) : question };
}

function withWay(question: Question, { hasChoice }: Way): Question {
  const others = hasChoice && { hasOtherWays: true };
  if (question.name === 'confirmSignIn') return { ...question, canStartAgain: true, ...others };
  return question.name === 'totpSetup' || question.name === 'emailSetup' ? { ...question, ...others } : question;
}

const onWay = (reply: Reply, way: Way | undefined): Reply => ('challenge' in reply ? cameBy(reply, way) : reply);

/** Puts a challenge again that waits for its answer. */
export const askAgain = async (challenge: Challenge, post: Means['post']): Promise<Asking> =>
  cameBy({ challenge, question: await ask(challenge, post) }, challenge.way);

/** InitiateAuth, and the proof of a password where the flow asks for one. */
async function initiate(flow: AuthFlow, credentials: Credentials, means: Means): Promise<Reply> {
  const { operation, hidesDevice, parameters } = STARTS[flow];
  const { username, password, preferred, session } = credentials;
  const given = await parameters(credentials, means.prover);
  const answer = await send(means, operation, (named) => ({
    AuthFlow: operation.replace('InitiateAuth:', ''),
    AuthParameters: { USERNAME: username, ...(!hidesDevice && namedWith(given, named)), ...given },
    ...(session && { Session: session }),
  }));
  // A Session is good for once.
  const known = { username, ...(password && { password }), ...(preferred && { preferred }) };
  const way: Way | undefined = session ? undefined : { flow, credentials: known, answers: [] };
  return onWay(await replyOf(answer, username, means), way);
}

/** Once more where it turned out that the device is none. */
async function initiateAnew(...sent: Parameters<typeof initiate>): Promise<Reply> {
  const { device } = sent[2];
  const { known } = device;
  try {
    return await initiate(...sent);
  } catch (error) {
    if (known && !device.known && AuthError.from(error).code === 'challenge-expired') return initiate(...sent);
    throw error;
  }
}

/** Begins a sign-in, and goes on as long as nothing has to be asked: to a code that was sent, a passkey that was wanted. */
export async function startSignIn(flow: AuthFlow, credentials: Credentials, means: Means): Promise<Reply> {
  const reply = await sendOnlyCode(await initiateAnew(flow, credentials, means), means);
  return unlock(reply, credentials.preferred, means);
}

/** RespondToAuthChallenge, or the next question where the answer was not for Cognito. */
async function take(challenge: Challenge, answer: Answer, means: Means): Promise<Reply> {
  const way = wayAfter(challenge, answer);
  const { next: asked } = challenge;
  if (asked) return onWay({ challenge: asked, question: await ask(asked, means.post) }, way);
  const responses = await respond(challenge, answer, means);
  if (!responses) return onWay({ challenge, question: await ask(challenge, means.post) }, way);
  const next = await receive(sendAnswer(means, challenge, responses), challenge, means);
  return onWay(await replyOf(next, challenge.userId, means, challenge), way);
}

/** A passkey that is refused is no wrong password. */
async function receive(answer: Promise<Fields>, { name }: Challenge, { passkey }: Means): Promise<Fields> {
  if (name !== 'WEB_AUTHN') return answer;
  try {
    const next = await answer;
    await passkey.accepted();
    return next;
  } catch (error) {
    if (!isWrong(error)) throw error;
    await passkey.refused();
    throw new AuthError('passkey-rejected', { cause: error });
  }
}

/** Whether Cognito refused what somebody proved themselves by. */
const isWrong = (error: unknown): boolean =>
  isException(error, 'NotAuthorizedException') && AuthError.from(error).code === 'credentials';

/** Where there is one way only, and it is a code, that is sent without asking. */
async function sendOnlyCode(reply: Reply, means: Means): Promise<Reply> {
  if (!('challenge' in reply) || reply.challenge.name !== 'SELECT_CHALLENGE') return reply;
  const { challenge, question } = reply;
  const [choice, ...more] = question.name === 'selectFactor' ? question.factors : [];
  return !more.length && (choice === 'email' || choice === 'sms') ? take(challenge, { choice }, means) : reply;
}

/** Somebody who has chosen a passkey is asked for it at once. */
async function unlock(reply: Reply, choice: Answer['choice'], means: Means): Promise<Reply> {
  const isAsked = choice === 'passkey' && 'challenge' in reply && reply.challenge.name === 'WEB_AUTHN';
  return isAsked ? take(reply.challenge, {}, means) : reply;
}

/**
 * Offers somebody their passkey among the suggestions of the browser. Once they have taken it, there is a challenge that
 * needs nothing more for its answer. Nothing is sent to anybody.
 *
 * @throws AuthError `passkey-unavailable` when they have none any more, or the browser cannot; `cancelled`
 */
export async function offerSignIn(username: string, means: Means): Promise<Reply> {
  let challenge: Challenge | undefined;
  const credential = await offerPasskey(async () => {
    const reply = await initiateAnew('USER_AUTH', { username, preferred: 'passkey' }, means);
    if ('challenge' in reply && reply.challenge.name === 'WEB_AUTHN') return requestOf((challenge = reply.challenge));
    await means.passkey.refused();
    throw new AuthError('passkey-unavailable');
  }, means.signal);
  if (!challenge) throw new AuthError('bad-response');
  challenge.credential = credential;
  return { challenge, question: { name: 'selectFactor', factors: ['passkey'] } };
}

/** The challenges that a password can answer. */
const BY_PASSWORD: readonly string[] = [
  'SELECT_CHALLENGE',
  'PASSWORD',
  'PASSWORD_SRP',
] satisfies readonly ChallengeName[];

/**
 * RespondToAuthChallenge.
 *
 * Never sent twice by itself. When no answer came, the challenge is as good as it was, as far as we know: the person's
 * next try either works, or Cognito says that the Session is used up.
 *
 * @throws AuthError `challenge-expired` when sign-in has to start again.
 */
export async function answerChallenge(challenge: Challenge, answer: Answer, means: Means): Promise<Reply> {
  try {
    if (challenge.spent && !challenge.next) {
      const reply = await startSignIn('USER_AUTH', { username: challenge.userId }, means);
      if (!('challenge' in reply) || reply.question.name !== 'selectFactor') return reply;
      Object.assign(challenge, reply.challenge, { spent: false });
    }
    return await unlock(await take(challenge, answer, means), answer.choice, means);
  } catch (error) {
    // Cognito has taken the choice, even if the password was wrong, the passkey did not come, or the network broke.
    challenge.spent = BY_PASSWORD.includes(challenge.name);
    const isGone = isWrong(error) && !(challenge.spent && answer.answer !== undefined);
    throw isGone ? new AuthError('challenge-expired', { cause: error }) : error;
  }
}

/**
 * Starts a sign-in again, and goes as far as it had come: a new code is sent.
 *
 * @param another Goes back to the last choice instead, to choose another way.
 * @throws AuthError `challenge-expired` when only the person can do that.
 */
export async function startAgain({ way }: Challenge, another: boolean, means: Means): Promise<Reply> {
  if (!way) throw new AuthError('challenge-expired');
  const { flow, credentials, answers } = another ? toLastChoice(way) : way;
  try {
    let reply = await startSignIn(flow, credentials, means);
    for (const [name, answer] of answers) {
      if (!('challenge' in reply) || reply.challenge.name !== name) break;
      reply = await take(reply.challenge, answer, means);
    }
    // Whoever had a choice on the way has it still.
    const there = !another && way.hasChoice && 'challenge' in reply && reply.challenge.way;
    return there ? onWay(reply, { ...there, hasChoice: true }) : reply;
  } catch (error) {
    throw isWrong(error) ? new AuthError('challenge-expired', { cause: error }) : error;
  }
}
