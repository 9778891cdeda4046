import { ask, respond } from './challenges.js';
import type { Answer, Challenge, Question } from './challenges.js';
import { AuthError } from './errors.js';
import { isException } from './exceptions.js';
import { fieldsOf, requireText, textOf } from './fields.js';
import type { Fields } from './fields.js';
import { painted } from './painted.js';
import type { Secret } from './secret.js';
import type { SrpProof } from './srp.js';
import { tokensOf } from './tokens.js';
import type { IssuedTokens } from './tokens.js';
import type { Post } from './transport.js';

/** Where a sign-in stands: it is over, or there is something to ask. */
export type Reply = { readonly tokens: IssuedTokens } | { readonly question: Question; readonly challenge: Challenge };

/** What a person typed. */
export interface Credentials {
  readonly username: string;
  readonly password: Secret;
}

/**
 * Loads what a proof of a password needs, and computes as much of it as can be known before the password is.
 *
 * @throws AuthError `offline` when the chunk cannot be loaded.
 */
export async function prepareProof(userPoolId: string): Promise<SrpProof> {
  const { SrpProof } = await import('./srp.js').catch((cause: unknown) => {
    throw new AuthError('offline', { cause });
  });
  await painted();
  return new SrpProof(userPoolId);
}

/** What an answer of InitiateAuth or RespondToAuthChallenge leads to. */
async function replyOf(post: Post, answer: Fields, userId: string): Promise<Reply> {
  if (answer['AuthenticationResult']) return { tokens: tokensOf(answer) };
  const parameters = fieldsOf(answer['ChallengeParameters']);
  const challenge: Challenge = {
    name: requireText(answer, 'ChallengeName'),
    session: requireText(answer, 'Session'),
    userId: textOf(parameters, 'USER_ID_FOR_SRP') ?? userId,
    parameters,
  };
  return { challenge, question: await ask(challenge, post) };
}

/** InitiateAuth with USER_PASSWORD_AUTH: the password goes to Cognito as it is. */
export async function signInByPassword(post: Post, { username, password }: Credentials): Promise<Reply> {
  const AuthParameters = { USERNAME: username, PASSWORD: password.reveal() };
  const answer = await post('InitiateAuth:USER_PASSWORD_AUTH', { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
  return replyOf(post, answer, username);
}

/**
 * InitiateAuth with USER_SRP_AUTH, and the proof that it asks for.
 *
 * @param proof One that has not been used.
 * @param now Epoch milliseconds.
 */
export async function signInBySrp(
  post: Post,
  { username, password }: Credentials,
  proof: SrpProof,
  now: () => number,
): Promise<Reply> {
  const AuthParameters = { USERNAME: username, SRP_A: proof.publicValue };
  const first = await post('InitiateAuth:USER_SRP_AUTH', { AuthFlow: 'USER_SRP_AUTH', AuthParameters });
  if (first['ChallengeName'] !== 'PASSWORD_VERIFIER') return replyOf(post, first, username);
  await painted();
  const ChallengeResponses = proof.answer(fieldsOf(first['ChallengeParameters']), password, now());
  const answer = await post('RespondToAuthChallenge', {
    ChallengeName: 'PASSWORD_VERIFIER',
    Session: textOf(first, 'Session'),
    ChallengeResponses,
  });
  return replyOf(post, answer, requireText(ChallengeResponses, 'USERNAME'));
}

/**
 * RespondToAuthChallenge.
 *
 * Never sent twice by itself. When no answer came, the challenge is as good as it was, as far as we know: the person's
 * next try either works, or Cognito says that the Session is used up.
 *
 * @throws AuthError `challenge-expired` when sign-in has to start again.
 */
export async function answerChallenge(post: Post, challenge: Challenge, answer: Answer): Promise<Reply> {
  try {
    const responses = await respond(challenge, answer, post);
    const next = await post('RespondToAuthChallenge', {
      ChallengeName: challenge.name,
      Session: challenge.session,
      ChallengeResponses: { USERNAME: challenge.userId, ...responses },
    });
    return await replyOf(post, next, challenge.userId);
  } catch (error) {
    const isGone = isException(error, 'NotAuthorizedException') && AuthError.from(error).code === 'credentials';
    throw isGone ? new AuthError('challenge-expired', { cause: error }) : error;
  }
}
