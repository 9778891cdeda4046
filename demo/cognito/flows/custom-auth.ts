import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { invalidLambdaResponse, invalidParameter, notAuthorized } from '../exceptions.js';
import type { Challenge, CustomRound } from '../store/sessions.js';
import type { Store } from '../store/store.js';
import { attributesFor, callTrigger } from '../triggers/call-trigger.js';
import type { ChallengeResult } from '../triggers/trigger-events.js';
import { issueTokens } from './after-password.js';
import type { Candidate } from './first-factors.js';
import { issueChallenge } from './issue-challenge.js';
import { beginProof } from './password-proof.js';
import { simulatedVerifier } from './simulated-user.js';

/** What all three triggers are told about the user. */
const about = ({ user, unknownUsername, clientMetadata }: Candidate) => ({
  userAttributes: unknownUsername === undefined ? attributesFor(user) : {},
  ...(unknownUsername !== undefined && { userNotFound: true }),
  ...(clientMetadata && { clientMetadata }),
});

const userNameOf = ({ user, unknownUsername }: Candidate): string => unknownUsername ?? user.username;

const notConfigured = (): Error => invalidParameter('Custom auth lambda trigger is not configured for the user pool.');

/** Asks the triggers for the next step of a custom sign-in: another challenge, the tokens, or a failure. */
export async function nextRound(
  store: Store,
  candidate: Candidate,
  history: readonly ChallengeResult[],
  clientPublic?: string,
): Promise<InitiateAuthResponse> {
  const define = await callTrigger(candidate, 'defineAuthChallenge', {
    source: 'Authentication',
    userName: userNameOf(candidate),
    request: { ...about(candidate), session: history },
    response: {},
  });
  if (!define) throw notConfigured();
  if (define.failAuthentication) throw notAuthorized();
  if (define.issueTokens) {
    if (candidate.unknownUsername !== undefined) throw notAuthorized();
    return issueTokens(store, candidate);
  }
  if (define.challengeName === 'CUSTOM_CHALLENGE') return issueCustomChallenge(store, candidate, history);
  if (define.challengeName === 'PASSWORD_VERIFIER' && clientPublic) {
    const { user, unknownUsername } = candidate;
    const who =
      unknownUsername === undefined && user.verifier
        ? { user, userId: user.username, verifier: user.verifier }
        : { user: undefined, ...simulatedVerifier(candidate, userNameOf(candidate)) };
    return beginProof(store, candidate, who, clientPublic, { history });
  }
  throw invalidLambdaResponse('Unrecognizable lambda output');
}

async function issueCustomChallenge(
  store: Store,
  candidate: Candidate,
  history: readonly ChallengeResult[],
): Promise<InitiateAuthResponse> {
  const created = await callTrigger(candidate, 'createAuthChallenge', {
    source: 'Authentication',
    userName: userNameOf(candidate),
    request: { ...about(candidate), challengeName: 'CUSTOM_CHALLENGE', session: history },
    response: {},
  });
  if (!created) throw notConfigured();
  const parameters = { USERNAME: candidate.user.username, ...created.publicChallengeParameters };
  const custom: CustomRound = {
    history,
    privateParameters: created.privateChallengeParameters ?? {},
    metadata: created.challengeMetadata,
  };
  const { unknownUsername } = candidate;
  return issueChallenge(store, candidate, 'CUSTOM_CHALLENGE', parameters, {
    custom,
    ...(unknownUsername !== undefined && { unknownUsername }),
  });
}

/** Lets the triggers verify the answer to a custom challenge and decide on the next step. */
export async function answerCustom(store: Store, challenge: Challenge, answer: string): Promise<InitiateAuthResponse> {
  const { history, privateParameters, metadata } = challenge.custom!;
  const verified = await callTrigger(challenge, 'verifyAuthChallengeResponse', {
    source: 'Authentication',
    userName: userNameOf(challenge),
    request: { ...about(challenge), privateChallengeParameters: privateParameters, challengeAnswer: answer },
    response: {},
  });
  if (!verified) throw notConfigured();
  const result: ChallengeResult = {
    challengeName: 'CUSTOM_CHALLENGE',
    challengeResult: verified.answerCorrect === true,
    ...(metadata !== undefined && { challengeMetadata: metadata }),
  };
  return nextRound(store, challenge, [...history, result]);
}
