import type { Answer, Challenge, ChallengeName, Means, Question } from './challenge.js';
import { factorsOf, mfaTypesOf, nameOfFactor, nameOfMfaType } from '../choices.js';
import type { Factor, MfaType } from '../choices.js';
import { AuthError } from '../errors.js';
import { listOf, parseJson, textOf } from '../json.js';
import type { Fields } from '../json.js';
import { signByPasskey } from '../passkeys/get-passkey.js';
import { Secret } from '../secret.js';
import { associateSoftwareToken, verifySoftwareToken } from '../software-token.js';
import type { Post } from '../json-protocol.js';

/** One challenge: how it becomes a question, and how the answer becomes ChallengeResponses. */
interface Row {
  /** Undefined: there is nothing in it that this version could ask. */
  ask(challenge: Challenge, post: Post): Question | undefined | Promise<Question | undefined>;
  /** Undefined: the answer was not for Cognito, and leads to the next question of the same challenge. */
  respond(challenge: Challenge, answer: Answer, means: Means): Fields | undefined | Promise<Fields | undefined>;
}

/** A challenge that is put with another method, or that this version does not speak. */
const UNSPOKEN = undefined;

/** What a WEB_AUTHN challenge wants of the browser, as JSON. */
export const requestOf = ({ parameters }: Challenge): string => textOf(parameters, 'CREDENTIAL_REQUEST_OPTIONS') ?? '';

const ATTRIBUTE = /^userAttributes\.([a-z][\w:.-]*)$/i;

/** A list in the JSON that Cognito puts into a string. */
const listIn = ({ parameters }: Challenge, name: string): readonly unknown[] =>
  listOf({ [name]: parseJson(textOf(parameters, name) ?? '') }, name);

/** Names of attributes. What is not a name is left out. */
const attributesIn = (challenge: Challenge, list: string): readonly string[] =>
  listIn(challenge, list).flatMap((name) => (typeof name === 'string' && ATTRIBUTE.exec(name)?.[1]) || []);

const typed = ({ answer = new Secret('') }: Answer): string => answer.reveal();

/** A code that was sent, or that an authenticator app shows. */
const code = (medium: MfaType, responseName: string): Row => ({
  ask: ({ parameters }) => {
    const destination = textOf(parameters, 'CODE_DELIVERY_DESTINATION');
    return {
      name: 'confirmSignIn',
      medium,
      ...(medium !== 'totp' && destination && { delivery: { medium, destination } }),
    };
  },
  respond: (_, answer) => ({ [responseName]: typed(answer) }),
});

/** One first factor, when Cognito leaves no choice. */
const factor = (name: Factor, respond: Row['respond']): Row => ({
  ask: () => ({ name: 'selectFactor', factors: [name] }),
  respond,
});

/** What a first factor needs besides its name. */
const WITH_CHOICE: Readonly<Record<string, (answer: Answer, means: Means) => Fields | Promise<Fields>>> = {
  PASSWORD: (answer) => ({ PASSWORD: typed(answer) }),
  PASSWORD_SRP: async ({ answer = new Secret('') }, { prover }) => ({ SRP_A: await prover.start(answer) }),
};

/** What is set up: the one thing there is, or what was chosen. */
function setupOf(challenge: Challenge): MfaType | undefined {
  const types = setupsOf(challenge);
  return challenge.chosen ?? (types.length === 1 ? types[0] : undefined);
}

/** A text message cannot be set up in a challenge: the number is an attribute. */
const setupsOf = (challenge: Challenge): readonly MfaType[] =>
  mfaTypesOf(listIn(challenge, 'MFAS_CAN_SETUP')).filter((type) => type !== 'sms');

const SETUP: Readonly<Record<Exclude<MfaType, 'sms'>, Row>> = {
  totp: {
    ask: async (challenge, post) => {
      const { secret, session } = await associateSoftwareToken(post, { Session: challenge.session });
      challenge.session = session ?? challenge.session;
      return { name: 'totpSetup', secret };
    },
    respond: async (challenge, answer, { post }) => {
      if (!challenge.verified) {
        const session = await verifySoftwareToken(post, { Session: challenge.session }, answer);
        challenge.session = session ?? challenge.session;
        challenge.verified = true;
      }
      return {};
    },
  },
  email: {
    ask: () => ({ name: 'emailSetup' }),
    respond: (_, { attributes }) => ({ EMAIL: attributes?.['email'] ?? '' }),
  },
};

const rowOfSetup = (challenge: Challenge): Row | undefined => {
  const type = setupOf(challenge);
  return type && type !== 'sms' ? SETUP[type] : undefined;
};

const CHALLENGES: Readonly<Record<ChallengeName, Row | undefined>> = {
  SELECT_CHALLENGE: {
    ask: ({ available }) => {
      const factors = factorsOf(available);
      return factors.length ? { name: 'selectFactor', factors } : undefined;
    },
    respond: async ({ available }, answer, means) => {
      const name = nameOfFactor(answer.choice, available);
      if (!name) throw new AuthError('invalid-parameter');
      return { ANSWER: name, ...(await WITH_CHOICE[name]?.(answer, means)) };
    },
  },
  PASSWORD: factor('password', (_, answer, means) => WITH_CHOICE['PASSWORD']?.(answer, means)),
  PASSWORD_SRP: factor('password', (_, answer, means) => WITH_CHOICE['PASSWORD_SRP']?.(answer, means)),
  WEB_AUTHN: factor('passkey', async (challenge, _, { signal }) => {
    const { credential } = challenge;
    challenge.credential = undefined;
    return { CREDENTIAL: credential ?? (await signByPasskey(requestOf(challenge), signal)) };
  }),
  EMAIL_OTP: code('email', 'EMAIL_OTP_CODE'),
  SMS_OTP: code('sms', 'SMS_OTP_CODE'),
  SMS_MFA: code('sms', 'SMS_MFA_CODE'),
  SOFTWARE_TOKEN_MFA: code('totp', 'SOFTWARE_TOKEN_MFA_CODE'),
  SELECT_MFA_TYPE: {
    ask: (challenge) => {
      const types = mfaTypesOf(listIn(challenge, 'MFAS_CAN_CHOOSE'));
      return types.length ? { name: 'selectMfaType', purpose: 'use', types } : undefined;
    },
    respond: (_, { choice }) => ({ ANSWER: nameOfMfaType(choice) ?? '' }),
  },
  MFA_SETUP: {
    ask: (challenge, post) => {
      const row = rowOfSetup(challenge);
      if (row) return row.ask(challenge, post);
      const types = setupsOf(challenge);
      return types.length ? { name: 'selectMfaType', purpose: 'setup', types } : undefined;
    },
    respond: (challenge, answer, means) => {
      const chosen = setupsOf(challenge).find((type) => type === answer.choice);
      if (chosen) {
        challenge.chosen = chosen;
        return undefined;
      }
      const row = rowOfSetup(challenge);
      if (!row) throw new AuthError('invalid-parameter');
      return row.respond(challenge, answer, means);
    },
  },
  NEW_PASSWORD_REQUIRED: {
    ask: (challenge) => ({ name: 'newPassword', requiredAttributes: attributesIn(challenge, 'requiredAttributes') }),
    respond: (_, answer) => ({
      NEW_PASSWORD: typed(answer),
      ...Object.fromEntries(
        Object.entries(answer.attributes ?? {}).map(([name, value]) => [`userAttributes.${name}`, value]),
      ),
    }),
  },
  CUSTOM_CHALLENGE: {
    ask: ({ parameters }) => ({
      name: 'customChallenge',
      parameters: Object.fromEntries(
        Object.entries(parameters).filter(
          // Whoever copies these should not change what an object inherits from.
          (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== '__proto__',
        ),
      ),
    }),
    respond: (_, answer) => ({ ANSWER: typed(answer) }),
  },
  // Answered on the way, by sign-in.ts.
  PASSWORD_VERIFIER: UNSPOKEN,
  ADMIN_NO_SRP_AUTH: UNSPOKEN,
  DEVICE_PASSWORD_VERIFIER: UNSPOKEN,
  DEVICE_SRP_AUTH: UNSPOKEN,
};

const isKnown = (name: string): name is ChallengeName => Object.hasOwn(CHALLENGES, name);

const rowOf = ({ name }: Challenge): Row | undefined => (isKnown(name) ? CHALLENGES[name] : undefined);

/** Puts a challenge to the person. */
export async function ask(challenge: Challenge, post: Post): Promise<Question> {
  const question = await rowOf(challenge)?.ask(challenge, post);
  return question ?? { name: 'unsupported', challenge: challenge.name };
}

/** The ChallengeResponses of an answer, without `USERNAME`; undefined when there is another question first. */
export const respond = (
  challenge: Challenge,
  answer: Answer,
  means: Means,
): Fields | undefined | Promise<Fields | undefined> => rowOf(challenge)?.respond(challenge, answer, means);
