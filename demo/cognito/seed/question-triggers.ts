import type { Triggers } from '../triggers/trigger-events.js';

const MAX_TRIES = 3;

/**
 * The triggers of a custom sign-in that asks one question, after the password if the flow begins with SRP_A. Three
 * wrong answers end the sign-in.
 */
export const QUESTION: Triggers = {
  defineAuthChallenge: async (event) => {
    const { session } = event.request;
    const last = session.at(-1);
    const wrong = session.filter(({ challengeResult }) => !challengeResult).length;
    if (last?.challengeName === 'SRP_A') event.response.challengeName = 'PASSWORD_VERIFIER';
    else if (last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult) event.response.issueTokens = true;
    else if (wrong >= MAX_TRIES) event.response.failAuthentication = true;
    else event.response.challengeName = 'CUSTOM_CHALLENGE';
    return event;
  },

  createAuthChallenge: async (event) => {
    event.response.publicChallengeParameters = { question: 'What is 2 + 3?' };
    event.response.privateChallengeParameters = { answer: '5' };
    event.response.challengeMetadata = 'ADDITION';
    return event;
  },

  verifyAuthChallengeResponse: async (event) => {
    const { privateChallengeParameters, challengeAnswer } = event.request;
    event.response.answerCorrect = challengeAnswer.trim() === privateChallengeParameters['answer'];
    return event;
  },
};
