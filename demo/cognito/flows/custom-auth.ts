import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { invalidLambdaResponse, invalidUserPoolConfiguration, notAuthorized } from '../exceptions.js';
import type { Challenge, CustomRound } from '../store/sessions.js';
import type { World } from '../store/store.js';
import { attributesFor, fire } from '../triggers/call-trigger.js';
import type { ChallengeResult } from '../triggers/trigger-events.js';
import { tokens } from './after-password.js';
import type { Candidate } from './first-factors.js';
import { ask } from './issue-challenge.js';
import { beginProof } from './password-proof.js';
import { decoyOf } from './simulated-user.js';

/** What all three triggers are told of a person. */
const about = ({ user, decoyFor, clientMetadata }: Candidate) => ({
  userAttributes: decoyFor === undefined ? attributesFor(user) : {},
  ...(decoyFor !== undefined && { userNotFound: true }),
  ...(clientMetadata && { clientMetadata }),
});

const userNameOf = ({ user, decoyFor }: Candidate): string => decoyFor ?? user.username;

/** Asks the pool's triggers what comes next in a custom sign-in: another round, the tokens, or the end. */
export async function nextRound(
  world: World,
  candidate: Candidate,
  history: readonly ChallengeResult[],
  clientPublic?: string,
): Promise<InitiateAuthResponse> {
  const define = await fire(candidate, 'defineAuthChallenge', {
    source: 'Authentication',
    userName: userNameOf(candidate),
    request: { ...about(candidate), session: history },
    response: {},
  });
  if (!define) {
    throw invalidUserPoolConfiguration('Custom auth lambda trigger is not configured for the user pool.');
  }
  if (define.failAuthentication) throw notAuthorized();
  if (define.issueTokens) {
    if (candidate.decoyFor !== undefined) throw notAuthorized();
    return tokens(world, candidate);
  }
  if (define.challengeName === 'CUSTOM_CHALLENGE') return askCustom(world, candidate, history);
  if (define.challengeName === 'PASSWORD_VERIFIER' && clientPublic) {
    const { user, decoyFor } = candidate;
    const who =
      decoyFor === undefined && user.verifier
        ? { user, userId: user.username, verifier: user.verifier }
        : { user: undefined, ...decoyOf(candidate, userNameOf(candidate)) };
    return beginProof(world, candidate, who, clientPublic, { history });
  }
  throw invalidLambdaResponse('Unrecognizable lambda output');
}

async function askCustom(
  world: World,
  candidate: Candidate,
  history: readonly ChallengeResult[],
): Promise<InitiateAuthResponse> {
  const created = await fire(candidate, 'createAuthChallenge', {
    source: 'Authentication',
    userName: userNameOf(candidate),
    request: { ...about(candidate), challengeName: 'CUSTOM_CHALLENGE', session: history },
    response: {},
  });
  const parameters = { USERNAME: candidate.user.username, ...created?.publicChallengeParameters };
  const custom: CustomRound = {
    history,
    privateParameters: created?.privateChallengeParameters ?? {},
    metadata: created?.challengeMetadata,
  };
  const { decoyFor } = candidate;
  return ask(world, candidate, 'CUSTOM_CHALLENGE', parameters, { custom, ...(decoyFor !== undefined && { decoyFor }) });
}

/** Takes the answer to a custom challenge. Whether it is right, and what follows, only the triggers know. */
export async function answerCustom(world: World, challenge: Challenge, answer: string): Promise<InitiateAuthResponse> {
  const { history, privateParameters, metadata } = challenge.custom!;
  const verified = await fire(challenge, 'verifyAuthChallengeResponse', {
    source: 'Authentication',
    userName: userNameOf(challenge),
    request: { ...about(challenge), privateChallengeParameters: privateParameters, challengeAnswer: answer },
    response: {},
  });
  const result: ChallengeResult = {
    challengeName: 'CUSTOM_CHALLENGE',
    challengeResult: verified?.answerCorrect === true,
    ...(metadata !== undefined && { challengeMetadata: metadata }),
  };
  return nextRound(world, challenge, [...history, result]);
}
