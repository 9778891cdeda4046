import type {
  ChallengeNameType,
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { codeMismatch, invalidParameter, notAuthorized } from '../exceptions.js';
import type { Contact, MfaMethod, User } from '../store/model.js';
import { requirePolicy } from '../store/password-policy.js';
import type { Challenge } from '../store/sessions.js';
import type { Store } from '../store/store.js';
import { isTotpRight } from '../store/totp.js';
import type { Caller } from '../store/user-context.js';
import {
  changeAttributes,
  findUser,
  requireFreeUsername,
  requireSchema,
  requireWritable,
  setPassword,
  verifyContact,
} from '../store/users.js';
import { requireEnabled, requireSignInAllowed } from './account-status.js';
import { afterPassword, issueTokens, mfaOrTokens } from './after-password.js';
import { confirmAccount } from './confirmation.js';
import { answerCustom, nextRound } from './custom-auth.js';
import { beginDeviceProof, finishDeviceProof } from './device-auth.js';
import { awaitsFirstFactor, FIRST_CHALLENGES, firstChallengeNamed } from './first-factors.js';
import type { FirstChallenge } from './first-factors.js';
import { issueCodeChallenge } from './issue-challenge.js';
import { countPassword, requireUnlocked } from './lockout.js';
import { finishProof, isUnknownDevice, keepProof } from './password-proof.js';
import { requiredParameter } from './required.js';
import { SECOND_FACTORS, secondFactorsOf } from './second-factors.js';
import { verifyPasskey } from './web-authn.js';

type Answer = (
  store: Store,
  request: Partial<RespondToAuthChallengeRequest>,
  caller: Caller,
) => Promise<RespondToAuthChallengeResponse>;

/**
 * A response within a session, by the session's user. The session is closed while the response is checked, so a second
 * copy of the same request is refused; a wrong response reopens it.
 */
const inSession =
  (
    name: ChallengeNameType,
    answer: (
      store: Store,
      challenge: Challenge,
      responses: Readonly<Record<string, string>>,
      miss: () => void,
    ) => Promise<RespondToAuthChallengeResponse>,
  ): Answer =>
  async (store, { Session = '', ChallengeResponses = {}, ClientMetadata }, { client }) => {
    const open = store.sessions.get(Session, client.id, [name]);
    const deviceKey = ChallengeResponses['DEVICE_KEY'] ?? open.deviceKey;
    const typedName = ChallengeResponses['USERNAME'];
    const challenge = { ...open, typedName, deviceKey, clientMetadata: ClientMetadata };
    const { pool, user, unknownUsername } = challenge;
    const isThem =
      unknownUsername === undefined
        ? findUser(pool, typedName) === user
        : typedName === unknownUsername || typedName === user.username;
    if (!isThem) throw notAuthorized('Invalid session for the user.');
    // A first factor may confirm the account.
    if (awaitsFirstFactor(open)) requireEnabled(user);
    else requireSignInAllowed(user);
    store.sessions.close(Session);
    try {
      return await answer(store, challenge, ChallengeResponses, () => store.sessions.miss(Session));
    } catch (refusal) {
      store.sessions.reopen(Session, open);
      throw refusal;
    }
  };

/** Throws for a wrong code, which counts: toward a lockout, or toward the end of the session. */
function requireCode(
  store: Store,
  { pool, user }: Challenge,
  { isRight, message, miss }: { readonly isRight: () => boolean; readonly message: string; readonly miss: () => void },
): void {
  const isLocking = !pool.endsSessionAfterWrongCodes;
  if (isLocking) requireUnlocked(store, user, 'code');
  const right = isRight();
  if (isLocking) countPassword(store, user, right, 'code');
  else if (!right) miss();
  if (!right) throw codeMismatch(message);
}

/** A response that is a code which was sent. `then` continues the sign-in. */
const codeSent = (
  name: 'SMS_MFA' | 'SMS_OTP' | 'EMAIL_OTP',
  then: (store: Store, challenge: Challenge) => Promise<RespondToAuthChallengeResponse>,
): Answer =>
  inSession(name, async (store, challenge, responses, miss) => {
    requireCode(store, challenge, {
      isRight: () => challenge.unknownUsername === undefined && responses[`${name}_CODE`] === challenge.code,
      message: 'Invalid code or auth state for the user.',
      miss,
    });
    return then(store, challenge);
  });

/** A first factor that has a challenge of its own. */
const firstFactor = (name: FirstChallenge, parameter: string): Answer =>
  inSession(name, async (store, challenge, responses) => {
    requiredParameter(responses, parameter);
    return FIRST_CHALLENGES[name].begin(store, challenge, responses);
  });

/** The handler of RespondToAuthChallenge for each supported challenge. */
export const CHALLENGES: Partial<Record<ChallengeNameType, Answer>> = {
  /** Has no session: the secret block identifies the proof. */
  PASSWORD_VERIFIER: async (store, request, caller) => {
    const { context, attempt } = finishProof(store, request, caller);
    const proved = { challengeName: 'PASSWORD_VERIFIER', challengeResult: true };
    try {
      const next = attempt.history
        ? await nextRound(store, context, [...attempt.history, proved])
        : await afterPassword(store, context);
      store.sessions.close(attempt.session);
      return next;
    } catch (refusal) {
      if (isUnknownDevice(refusal)) keepProof(store, request, attempt);
      throw refusal;
    }
  },

  CUSTOM_CHALLENGE: inSession('CUSTOM_CHALLENGE', (store, challenge, responses) =>
    answerCustom(store, challenge, requiredParameter(responses, 'ANSWER')),
  ),

  SELECT_CHALLENGE: inSession('SELECT_CHALLENGE', async (store, challenge, responses) => {
    const chosen = firstChallengeNamed(challenge, requiredParameter(responses, 'ANSWER'));
    if (!chosen) throw invalidParameter('Selected challenge is not available.');
    return FIRST_CHALLENGES[chosen].begin(store, challenge, responses);
  }),

  PASSWORD: firstFactor('PASSWORD', 'PASSWORD'),
  PASSWORD_SRP: firstFactor('PASSWORD_SRP', 'SRP_A'),
  SMS_OTP: codeSent('SMS_OTP', (store, challenge) => afterFirstCode(store, challenge, 'phone_number')),

  /** A first factor, a second factor, or the setup of a second factor. */
  EMAIL_OTP: codeSent('EMAIL_OTP', async (store, challenge) => {
    if (challenge.purpose === 'first-factor') return afterFirstCode(store, challenge, 'email');
    if (challenge.purpose === 'mfa-setup') {
      verifyContact(challenge.pool, challenge.user, 'email');
      turnOn(challenge.user, 'EMAIL_OTP');
    }
    return issueTokens(store, challenge);
  }),

  NEW_PASSWORD_REQUIRED: inSession('NEW_PASSWORD_REQUIRED', async (store, challenge, responses) => {
    const { pool, user } = challenge;
    const password = requiredParameter(responses, 'NEW_PASSWORD');
    requirePolicy(pool.passwordPolicy, password);
    const prefix = 'userAttributes.';
    const given = Object.entries(responses).filter(([name]) => name.startsWith(prefix));
    const changes = new Map(given.map(([name, value]) => [name.slice(prefix.length), value]));
    requireWritable(changes);
    requireSchema(pool, new Map([...user.attributes, ...changes]));
    requireFreeUsername(pool, user, changes);
    changeAttributes(user, changes);
    setPassword(pool, user, password, store.now());
    user.status = 'CONFIRMED';
    return mfaOrTokens(store, challenge, 'NewPasswordChallenge');
  }),

  SMS_MFA: codeSent('SMS_MFA', (store, challenge) => issueTokens(store, challenge)),

  SOFTWARE_TOKEN_MFA: inSession('SOFTWARE_TOKEN_MFA', async (store, challenge, responses, miss) => {
    const { user } = challenge;
    const code = responses['SOFTWARE_TOKEN_MFA_CODE'] ?? '';
    requireCode(store, challenge, {
      isRight: () => user.totp !== undefined && isTotpRight(user, user.totp.secret, code, store.now()),
      message: 'Invalid code received for user',
      miss,
    });
    return issueTokens(store, challenge);
  }),

  WEB_AUTHN: inSession('WEB_AUTHN', async (store, challenge, responses, miss) => {
    try {
      await verifyPasskey(challenge, requiredParameter(responses, 'CREDENTIAL'));
    } catch (refusal) {
      miss();
      throw refusal;
    }
    return challenge.user.passkeyMfa ? issueTokens(store, challenge) : mfaOrTokens(store, challenge);
  }),

  DEVICE_SRP_AUTH: inSession('DEVICE_SRP_AUTH', beginDeviceProof),

  DEVICE_PASSWORD_VERIFIER: inSession('DEVICE_PASSWORD_VERIFIER', async (store, challenge, responses, miss) => {
    try {
      finishDeviceProof(store, challenge, responses);
    } catch (refusal) {
      miss();
      throw refusal;
    }
    return issueTokens(store, { ...challenge, deviceProved: true }, 'AuthenticateDevice');
  }),

  SELECT_MFA_TYPE: inSession('SELECT_MFA_TYPE', async (store, challenge, { ANSWER }) => {
    const chosen = secondFactorsOf(challenge.pool, challenge.user).find((method) => method === ANSWER);
    if (!chosen) throw invalidParameter('Invalid MFA type selected.');
    return SECOND_FACTORS[chosen].issue(store, challenge);
  }),

  /** With the session of VerifySoftwareToken after the setup of an app; with EMAIL to set up codes by e-mail. */
  MFA_SETUP: inSession('MFA_SETUP', async (store, challenge, { EMAIL }) => {
    const { pool, user, verified } = challenge;
    if (EMAIL) {
      if (!pool.mfaMethods.includes('EMAIL_OTP')) throw invalidParameter('Email MFA is not enabled for the user pool.');
      const changes = new Map([['email', EMAIL]]);
      requireSchema(pool, new Map([...user.attributes, ...changes]));
      requireFreeUsername(pool, user, changes);
      changeAttributes(user, changes);
      return issueCodeChallenge(store, challenge, 'EMAIL_OTP', { purpose: 'mfa-setup' });
    }
    if (!verified) throw invalidParameter('MFA setup has not been completed for the user.');
    turnOn(user, 'SOFTWARE_TOKEN_MFA');
    return issueTokens(store, challenge);
  }),
};

/** A code proves the contact that it was sent to, and thereby the account. */
async function afterFirstCode(
  store: Store,
  challenge: Challenge,
  contact: Contact,
): Promise<RespondToAuthChallengeResponse> {
  verifyContact(challenge.pool, challenge.user, contact);
  if (challenge.user.status === 'UNCONFIRMED') await confirmAccount(store, challenge);
  return mfaOrTokens(store, challenge);
}

function turnOn(user: User, method: MfaMethod): void {
  user.mfa.add(method);
  user.preferredMfa ??= method;
}
