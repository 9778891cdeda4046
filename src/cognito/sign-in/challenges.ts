import { mfaTypesOf, nameOfFactor, nameOfMfaType } from '../choices.js';
import type { Factor, MfaType } from '../choices.js';
import { AuthError } from '../errors.js';
import { shownTextOf, textOf } from '../json.js';
import type { Fields } from '../json.js';
import { signByPasskey } from '../passkeys/get-passkey.js';
import { Secret } from '../secret.js';
import { listIn, typedIn } from './challenge-row.js';
import type { ChallengeRow } from './challenge-row.js';
import type { Answer, Challenge, ChallengeName, PendingChallenge } from './challenge.js';
import type { Dependencies, QuestionDependencies } from './dependencies.js';
import { mfaSetup } from './mfa-setup.js';
import { offeredFactors, offeredIn } from './offered.js';
import type { Question } from './question.js';

/** A challenge that is never put to the user. */
const NOT_ASKED = undefined;

/** The CREDENTIAL_REQUEST_OPTIONS of a WEB_AUTHN challenge, as JSON. */
export const passkeyOptionsIn = ({ parameters }: Challenge): string =>
  textOf(parameters, 'CREDENTIAL_REQUEST_OPTIONS') ?? '';

/**
 * An attribute that a pool can require: a standard one, or a custom one. A field of any other name would be labeled like a
 * field of ours, and could ask for the password in the clear.
 */
const ATTRIBUTE =
  /^userAttributes\.((?:dev:)?custom:[\w:.-]+|address|birthdate|email|(?:family|given|middle)_name|gender|locale|(?:nick)?name|phone_number|picture|preferred_username|profile|updated_at|website|zoneinfo)$/;

/** Names of attributes. What is not a name is left out. */
const attributesIn = (challenge: Challenge, list: string): readonly string[] =>
  listIn(challenge, list).flatMap((name) => (typeof name === 'string' && ATTRIBUTE.exec(name)?.[1]) || []);

/** A code that was sent, or that an authenticator app shows. */
const code = (medium: MfaType, responseName: string): ChallengeRow => ({
  toQuestion: ({ challenge }) => {
    const destination = shownTextOf(challenge.parameters, 'CODE_DELIVERY_DESTINATION');
    return {
      name: 'confirmSignIn',
      medium,
      ...(medium !== 'totp' && destination && { delivery: { medium, destination } }),
    };
  },
  toResponses: (_, answer) => ({ [responseName]: typedIn(answer) }),
});

/** A first factor, where Cognito leaves no choice. */
const factor = (name: Factor, toResponses: ChallengeRow['toResponses']): ChallengeRow => ({
  toQuestion: () => ({ name: 'selectFactor', factors: [name] }),
  toResponses,
});

/** What a first factor sends besides its name. */
const WITH_CHOICE: Readonly<Record<string, (answer: Answer, dependencies: Dependencies) => Fields | Promise<Fields>>> =
  {
    PASSWORD: (answer, { plainPassword }) => {
      if (!plainPassword) throw new AuthError('unsupported');
      return { PASSWORD: typedIn(answer) };
    },
    PASSWORD_SRP: async ({ answer = new Secret('') }, { prover }) => ({ SRP_A: await prover.start(answer) }),
  };

const CHALLENGES: Readonly<Record<ChallengeName, ChallengeRow | undefined>> = {
  SELECT_CHALLENGE: {
    toQuestion: ({ challenge }, dependencies) => {
      const factors = offeredFactors(challenge, dependencies);
      return factors.length ? { name: 'selectFactor', factors } : undefined;
    },
    toResponses: async ({ challenge }, answer, dependencies) => {
      const name = nameOfFactor(answer.choice, offeredIn(challenge, dependencies));
      if (!name) throw new AuthError('invalid-parameter');
      return { ANSWER: name, ...(await WITH_CHOICE[name]?.(answer, dependencies)) };
    },
  },
  PASSWORD: factor('password', (_, answer, dependencies) => WITH_CHOICE['PASSWORD']?.(answer, dependencies)),
  PASSWORD_SRP: factor('password', (_, answer, dependencies) => WITH_CHOICE['PASSWORD_SRP']?.(answer, dependencies)),
  WEB_AUTHN: factor('passkey', async ({ challenge, progress }, _, { signal }) => {
    const { credential } = progress;
    progress.credential = undefined;
    return { CREDENTIAL: credential ?? (await signByPasskey(passkeyOptionsIn(challenge), signal)) };
  }),
  EMAIL_OTP: code('email', 'EMAIL_OTP_CODE'),
  SMS_OTP: code('sms', 'SMS_OTP_CODE'),
  SMS_MFA: code('sms', 'SMS_MFA_CODE'),
  SOFTWARE_TOKEN_MFA: code('totp', 'SOFTWARE_TOKEN_MFA_CODE'),
  SELECT_MFA_TYPE: {
    toQuestion: ({ challenge }) => {
      const types = mfaTypesOf(listIn(challenge, 'MFAS_CAN_CHOOSE'));
      return types.length ? { name: 'selectMfaType', purpose: 'use', types } : undefined;
    },
    toResponses: (_, { choice }) => ({ ANSWER: nameOfMfaType(choice) ?? '' }),
  },
  MFA_SETUP: mfaSetup,
  NEW_PASSWORD_REQUIRED: {
    toQuestion: ({ challenge }) => ({
      name: 'newPassword',
      requiredAttributes: attributesIn(challenge, 'requiredAttributes'),
    }),
    toResponses: (_, answer) => ({
      NEW_PASSWORD: typedIn(answer),
      ...Object.fromEntries(
        Object.entries(answer.attributes ?? {}).map(([name, value]) => [`userAttributes.${name}`, value]),
      ),
    }),
  },
  CUSTOM_CHALLENGE: {
    toQuestion: ({ challenge }) => ({
      name: 'customChallenge',
      parameters: Object.fromEntries(
        Object.entries(challenge.parameters).filter(
          // Copying these must not change the prototype of the copy.
          (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== '__proto__',
        ),
      ),
    }),
    toResponses: (_, answer) => ({ ANSWER: typedIn(answer) }),
  },
  // Answered without the user, by reply.ts.
  PASSWORD_VERIFIER: NOT_ASKED,
  ADMIN_NO_SRP_AUTH: NOT_ASKED,
  DEVICE_PASSWORD_VERIFIER: NOT_ASKED,
  DEVICE_SRP_AUTH: NOT_ASKED,
};

const isKnown = (name: string): name is ChallengeName => Object.hasOwn(CHALLENGES, name);

const rowOf = ({ challenge: { name } }: PendingChallenge): ChallengeRow | undefined =>
  isKnown(name) ? CHALLENGES[name] : undefined;

/** The question that puts a challenge to the user. */
export async function challengeToQuestion(
  pending: PendingChallenge,
  dependencies: QuestionDependencies,
): Promise<Question> {
  const question = await rowOf(pending)?.toQuestion(pending, dependencies);
  return question ?? { name: 'unsupported', challenge: pending.challenge.name.slice(0, 100) };
}

/** The ChallengeResponses of an answer, without `USERNAME`; undefined when another question comes first. */
export const answerToResponses = (
  pending: PendingChallenge,
  answer: Answer,
  dependencies: Dependencies,
): Fields | undefined | Promise<Fields | undefined> => rowOf(pending)?.toResponses(pending, answer, dependencies);
