import type { AuthFlow } from '../config.js';
import { ask, respond } from './challenges.js';
import type { Answer, Challenge, Means, Question } from './challenges.js';
import { nameOfFactor } from './choices.js';
import type { Factor } from './choices.js';
import { AuthError } from './errors.js';
import { isException } from './exceptions.js';
import { fieldsOf, requireText, textOf } from './fields.js';
import type { Fields } from './fields.js';
import type { OperationName } from './operations.js';
import type { Prover } from './prover.js';
import { Secret } from './secret.js';
import { tokensOf } from './tokens.js';
import type { IssuedTokens } from './tokens.js';

/** Where a sign-in stands: it is over, or there is something to ask. */
export type Reply = { readonly tokens: IssuedTokens } | { readonly question: Question; readonly challenge: Challenge };

/** What a person typed, or would like. */
export interface Credentials {
  readonly username: string;
  readonly password?: Secret;
  readonly preferred?: Factor;
  /** Of a sign-up that has just been confirmed: it stands for the first factor. */
  readonly session?: string;
}

interface Start {
  readonly operation: OperationName;
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

/** What an answer of InitiateAuth or RespondToAuthChallenge leads to. */
async function replyOf(answer: Fields, userId: string, means: Means): Promise<Reply> {
  if (answer['AuthenticationResult']) return { tokens: tokensOf(answer) };
  const name = requireText(answer, 'ChallengeName');
  const parameters = fieldsOf(answer['ChallengeParameters']);
  if (name === 'PASSWORD_VERIFIER') {
    const responses = await means.prover.finish(parameters);
    if (responses) {
      const next = await means.post('RespondToAuthChallenge', {
        ChallengeName: name,
        Session: textOf(answer, 'Session'),
        ChallengeResponses: responses,
      });
      return replyOf(next, requireText(responses, 'USERNAME'), means);
    }
  }
  const available: unknown = answer['AvailableChallenges'];
  const challenge: Challenge = {
    name,
    session: requireText(answer, 'Session'),
    userId: textOf(parameters, 'USER_ID_FOR_SRP') ?? userId,
    parameters,
    available: Array.isArray(available) ? available : [],
  };
  return { challenge, question: await ask(challenge, means.post) };
}

/** InitiateAuth, and the proof of a password where the flow asks for one. */
async function initiate(flow: AuthFlow, credentials: Credentials, means: Means): Promise<Reply> {
  const { operation, parameters } = STARTS[flow];
  const { username, session } = credentials;
  const answer = await means.post(operation, {
    AuthFlow: operation.replace('InitiateAuth:', ''),
    AuthParameters: { USERNAME: username, ...(await parameters(credentials, means.prover)) },
    ...(session && { Session: session }),
  });
  return replyOf(answer, username, means);
}

/** Begins a sign-in, and goes on as far as nothing has to be asked: to a code that was sent, or a passkey that was wanted. */
export async function startSignIn(flow: AuthFlow, credentials: Credentials, means: Means): Promise<Reply> {
  const reply = await sendOnlyCode(await initiate(flow, credentials, means), means);
  return unlock(reply, credentials.preferred, means);
}

/** RespondToAuthChallenge, or the next question where the answer was not for Cognito. */
async function take(challenge: Challenge, answer: Answer, means: Means): Promise<Reply> {
  const responses = await respond(challenge, answer, means);
  if (!responses) return { challenge, question: await ask(challenge, means.post) };
  const request = {
    ChallengeName: challenge.name,
    Session: challenge.session,
    ChallengeResponses: { USERNAME: challenge.userId, ...responses },
  };
  const next = await means.post('RespondToAuthChallenge', request).catch((error: unknown) => {
    throw challenge.name === 'WEB_AUTHN' && isWrong(error)
      ? new AuthError('passkey-rejected', { cause: error })
      : error;
  });
  return replyOf(next, challenge.userId, means);
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

/** The challenges that a password can answer. */
const BY_PASSWORD: readonly string[] = ['SELECT_CHALLENGE', 'PASSWORD', 'PASSWORD_SRP'];

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
    if (challenge.spent) {
      const reply = await startSignIn('USER_AUTH', { username: challenge.userId }, means);
      if (!('challenge' in reply) || reply.question.name !== 'selectFactor') return reply;
      Object.assign(challenge, reply.challenge, { spent: false });
    }
    return await unlock(await take(challenge, answer, means), answer.choice, means);
  } catch (error) {
    const isPassword = isWrong(error) && answer.answer !== undefined && BY_PASSWORD.includes(challenge.name);
    // Who does not want to show a passkey after all, chooses anew; but Cognito has taken the choice.
    const isPasskey = answer.choice === 'passkey' && challenge.name === 'SELECT_CHALLENGE';
    if (isPassword || isPasskey) challenge.spent = true;
    const isGone = isWrong(error) && !isPassword;
    throw isGone ? new AuthError('challenge-expired', { cause: error }) : error;
  }
}
