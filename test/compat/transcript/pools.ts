import { PASSWORD, QUESTION, TOMS_KEY } from '../../../demo/cognito/index.js';
import type { SeedPool, SeedUser, TriggerEvent, Triggers } from '../../../demo/cognito/index.js';
import type { TriggerName } from '../../../demo/cognito/triggers/trigger-events.js';
import type { AppClient } from '../../local-cognito/support/stage.js';

export { MFA_POOL, POOL, QUESTION_POOL } from '../../local-cognito/support/stage.js';
export type { AppClient } from '../../local-cognito/support/stage.js';

/** The pool that asks a question after the password. */
export const PASSWORD_AND_QUESTION_POOL: AppClient = { userPoolId: 'us-east-1_Example8', clientId: 'vwx234' };
/** The pool where new accounts are confirmed by a link. */
export const LINK_POOL: AppClient = { userPoolId: 'us-east-1_Example7', clientId: 'stu901' };
/** The pool that tells which users it does not know. */
export const TELLING_POOL: AppClient = { userPoolId: 'us-east-1_Telling', clientId: 'telling' };
/** The pool that remembers devices when the user agrees. */
export const DEVICE_POOL: AppClient = { userPoolId: 'us-east-1_Devices', clientId: 'devices' };
/** The pool where a new account needs no code. */
export const OPEN_POOL: AppClient = { userPoolId: 'us-east-1_Open', clientId: 'open' };
/** The pool that asks two questions, each with parameters of its own. */
export const TWO_QUESTIONS_POOL: AppClient = { userPoolId: 'us-east-1_TwoQuestions', clientId: 'questions' };
/** The pool whose users have a choice of two second factors. */
export const TWO_FACTORS_POOL: AppClient = { userPoolId: 'us-east-1_TwoFactors', clientId: 'factors' };

/** The pool whose triggers tell what they have been told. */
export const TRIGGER_POOL: AppClient = { userPoolId: 'us-east-1_Triggers', clientId: 'triggers' };

/** What a trigger was told by an app. */
export interface Told {
  readonly source: string;
  readonly clientMetadata?: unknown;
  readonly validationData?: unknown;
}

const verified = (name: string): Record<string, string> => ({
  email: `${name}@example.com`,
  email_verified: 'true',
  given_name: name,
});

const user = (username: string, more: Partial<SeedUser> = {}): SeedUser => ({
  username,
  password: PASSWORD,
  attributes: verified(username),
  note: '',
  ...more,
});

/** Triggers that tell what they are told, and change nothing else; those of a custom sign-in ask a question. */
function telling(tell: (told: Told) => void): Triggers {
  const heard = <Name extends TriggerName>(event: TriggerEvent<Name>): TriggerEvent<Name> => {
    // Each event has the first one; which have the second is for the transcript to tell.
    const { clientMetadata, validationData } = event.request as Omit<Told, 'source'>;
    tell({ source: event.triggerSource, clientMetadata, validationData });
    return event;
  };
  return {
    preSignUp: async (event) => heard(event),
    postConfirmation: async (event) => heard(event),
    preAuthentication: async (event) => heard(event),
    postAuthentication: async (event) => heard(event),
    preTokenGeneration: async (event) => heard(event),
    customMessage: async (event) => heard(event),
    defineAuthChallenge: async (event) => QUESTION.defineAuthChallenge!(heard(event)),
    createAuthChallenge: async (event) => QUESTION.createAuthChallenge!(heard(event)),
    verifyAuthChallengeResponse: async (event) => QUESTION.verifyAuthChallengeResponse!(heard(event)),
  };
}

/** Pools that show what those of the demo do not. */
export const morePools = (tell: (told: Told) => void): readonly SeedPool[] => [
  {
    title: 'Tells what its triggers have been told',
    pool: { id: TRIGGER_POOL.userPoolId, mfa: 'OPTIONAL', triggers: telling(tell) },
    client: {
      id: TRIGGER_POOL.clientId,
      authFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    },
    users: [
      user('meg'),
      user('milo', { status: 'UNCONFIRMED', attributes: { email: 'milo@example.com' } }),
      user('mona', { status: 'FORCE_CHANGE_PASSWORD', password: 'Temporary-7' }),
      user('moses', {
        attributes: { ...verified('moses'), phone_number: '+15555550140', phone_number_verified: 'true' },
        sms: true,
      }),
    ],
  },
  {
    title: 'Tells which users it does not know',
    pool: { id: TELLING_POOL.userPoolId },
    client: { id: TELLING_POOL.clientId, preventUserExistenceErrors: 'LEGACY' },
    users: [user('tess')],
  },
  {
    title: 'Remembers devices when the user agrees',
    pool: { id: DEVICE_POOL.userPoolId, devices: 'USER_OPT_IN' },
    client: { id: DEVICE_POOL.clientId },
    users: [user('dan')],
  },
  {
    title: 'Confirms new accounts by itself',
    pool: {
      id: OPEN_POOL.userPoolId,
      triggers: {
        preSignUp: async (event) => {
          event.response.autoConfirmUser = true;
          return event;
        },
      },
    },
    client: { id: OPEN_POOL.clientId },
    users: [],
  },
  {
    title: 'Asks two questions',
    pool: {
      id: TWO_QUESTIONS_POOL.userPoolId,
      triggers: {
        ...QUESTION,
        defineAuthChallenge: async (event) => {
          const right = event.request.session.filter(({ challengeResult }) => challengeResult).length;
          if (right === 2) event.response.issueTokens = true;
          else event.response.challengeName = 'CUSTOM_CHALLENGE';
          return event;
        },
        createAuthChallenge: async (event) => {
          const number = String(event.request.session.length + 1);
          event.response.publicChallengeParameters = { question: `What is question ${number}?` };
          event.response.privateChallengeParameters = { answer: number };
          return event;
        },
      },
    },
    client: {
      id: TWO_QUESTIONS_POOL.clientId,
      authFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    },
    users: [user('quentin')],
  },
  {
    title: 'A choice of two second factors',
    pool: { id: TWO_FACTORS_POOL.userPoolId, mfa: 'OPTIONAL' },
    client: { id: TWO_FACTORS_POOL.clientId },
    users: [
      user('fay', {
        attributes: { ...verified('fay'), phone_number: '+15555550130', phone_number_verified: 'true' },
        totp: TOMS_KEY,
        sms: true,
      }),
    ],
  },
];
