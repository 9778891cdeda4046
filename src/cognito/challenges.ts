import { parseJson, textOf } from './fields.js';
import type { Fields } from './fields.js';
import type { Secret } from './secret.js';
import { associateSoftwareToken, verifySoftwareToken } from './software-token.js';
import type { Post } from './transport.js';

/** Every ChallengeName of InitiateAuth and RespondToAuthChallenge. */
export type ChallengeName =
  | 'ADMIN_NO_SRP_AUTH'
  | 'CUSTOM_CHALLENGE'
  | 'DEVICE_PASSWORD_VERIFIER'
  | 'DEVICE_SRP_AUTH'
  | 'EMAIL_OTP'
  | 'MFA_SETUP'
  | 'NEW_PASSWORD_REQUIRED'
  | 'PASSWORD'
  | 'PASSWORD_SRP'
  | 'PASSWORD_VERIFIER'
  | 'SELECT_CHALLENGE'
  | 'SELECT_MFA_TYPE'
  | 'SMS_MFA'
  | 'SMS_OTP'
  | 'SOFTWARE_TOKEN_MFA'
  | 'WEB_AUTHN';

/** A challenge that waits for its answer. The Session is a secret, and is replaced by each answer that is right. */
export interface Challenge {
  readonly name: string;
  session: string;
  /** The name by which Cognito knows the user, whatever they typed. */
  readonly userId: string;
  readonly parameters: Fields;
  /** The code of the authenticator app was right already, so that it is not asked for again when an answer got lost. */
  verified?: boolean;
}

/** What a person is asked. */
export type Question =
  | {
      readonly name: 'confirmSignIn';
      readonly medium: 'sms' | 'totp';
      readonly delivery?: { readonly medium: 'sms'; readonly destination: string };
    }
  | { readonly name: 'totpSetup'; readonly secret: Secret }
  | { readonly name: 'newPassword'; readonly requiredAttributes: readonly string[] }
  | { readonly name: 'unsupported'; readonly challenge: string };

/** What a person answered. */
export interface Answer {
  readonly answer: Secret;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly deviceName?: string;
}

/** One challenge: how it becomes a question, and how the answer becomes ChallengeResponses. */
interface Row {
  ask(challenge: Challenge, post: Post): Question | Promise<Question>;
  respond(challenge: Challenge, answer: Answer, post: Post): Fields | Promise<Fields>;
}

/** A challenge that is put with another method, or that this version does not speak. */
const UNSPOKEN = undefined;

const ATTRIBUTE = /^userAttributes\.([a-z][\w:.-]*)$/i;

/** Names of attributes, from the JSON that Cognito puts into a string. What is not a name is left out. */
function namesOf(json: string): string[] {
  const list = parseJson(json);
  const names: readonly unknown[] = Array.isArray(list) ? list : [];
  return names.flatMap((name) => (typeof name === 'string' && ATTRIBUTE.exec(name)?.[1]) || []);
}

const CHALLENGES: Readonly<Record<ChallengeName, Row | undefined>> = {
  SMS_MFA: {
    ask: ({ parameters }) => {
      const destination = textOf(parameters, 'CODE_DELIVERY_DESTINATION');
      return {
        name: 'confirmSignIn',
        medium: 'sms',
        ...(destination && { delivery: { medium: 'sms', destination } }),
      };
    },
    respond: (_, { answer }) => ({ SMS_MFA_CODE: answer.reveal() }),
  },
  SOFTWARE_TOKEN_MFA: {
    ask: () => ({ name: 'confirmSignIn', medium: 'totp' }),
    respond: (_, { answer }) => ({ SOFTWARE_TOKEN_MFA_CODE: answer.reveal() }),
  },
  MFA_SETUP: {
    ask: async (challenge, post) => {
      if (!textOf(challenge.parameters, 'MFAS_CAN_SETUP')?.includes('"SOFTWARE_TOKEN_MFA"')) return unspoken(challenge);
      const { secret, session } = await associateSoftwareToken(post, { Session: challenge.session });
      challenge.session = session ?? challenge.session;
      return { name: 'totpSetup', secret };
    },
    respond: async (challenge, answer, post) => {
      if (!challenge.verified) {
        const session = await verifySoftwareToken(post, { Session: challenge.session }, answer);
        challenge.session = session ?? challenge.session;
        challenge.verified = true;
      }
      return {};
    },
  },
  NEW_PASSWORD_REQUIRED: {
    ask: ({ parameters }) => ({
      name: 'newPassword',
      requiredAttributes: namesOf(textOf(parameters, 'requiredAttributes') ?? ''),
    }),
    respond: (_, { answer, attributes = {} }) => ({
      NEW_PASSWORD: answer.reveal(),
      ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`userAttributes.${name}`, value])),
    }),
  },
  // Answered on the way, by sign-in.ts.
  PASSWORD_VERIFIER: UNSPOKEN,
  ADMIN_NO_SRP_AUTH: UNSPOKEN,
  CUSTOM_CHALLENGE: UNSPOKEN,
  DEVICE_PASSWORD_VERIFIER: UNSPOKEN,
  DEVICE_SRP_AUTH: UNSPOKEN,
  EMAIL_OTP: UNSPOKEN,
  PASSWORD: UNSPOKEN,
  PASSWORD_SRP: UNSPOKEN,
  SELECT_CHALLENGE: UNSPOKEN,
  SELECT_MFA_TYPE: UNSPOKEN,
  SMS_OTP: UNSPOKEN,
  WEB_AUTHN: UNSPOKEN,
};

const isKnown = (name: string): name is ChallengeName => Object.hasOwn(CHALLENGES, name);

const rowOf = ({ name }: Challenge): Row | undefined => (isKnown(name) ? CHALLENGES[name] : undefined);

const unspoken = ({ name }: Challenge): Question => ({ name: 'unsupported', challenge: name });

/** Puts a challenge to the person. */
export const ask = (challenge: Challenge, post: Post): Question | Promise<Question> =>
  rowOf(challenge)?.ask(challenge, post) ?? unspoken(challenge);

/** The ChallengeResponses of an answer, without `USERNAME`. */
export const respond = (challenge: Challenge, answer: Answer, post: Post): Fields | Promise<Fields> =>
  rowOf(challenge)?.respond(challenge, answer, post) ?? {};
