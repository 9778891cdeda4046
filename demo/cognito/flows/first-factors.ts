import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { userNotFound } from '../exceptions.js';
import type { Contact, FirstFactor, Pool } from '../store/model.js';
import type { Challenge, SignUpProof } from '../store/sessions.js';
import type { Store } from '../store/store.js';
import type { Caller, UserContext } from '../store/user-context.js';
import { findUser, isVerified } from '../store/users.js';
import { afterPassword } from './after-password.js';
import { issueChallenge, issueCodeChallenge } from './issue-challenge.js';
import { beginProof, requirePassword } from './password-proof.js';
import { secondFactorsOf } from './second-factors.js';
import { simulatedVerifier, simulatedUser } from './simulated-user.js';
import { issuePasskeyChallenge } from './web-authn.js';

/** The challenges that can be first in a choice-based sign-in (USER_AUTH). */
export type FirstChallenge = 'PASSWORD' | 'PASSWORD_SRP' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN';

/** A user who has not proved a first factor yet; simulated if no user has the name that was typed (`unknownUsername`). */
export interface Candidate extends UserContext {
  readonly unknownUsername?: string;
}

type Parameters = Readonly<Record<string, string>>;

interface FirstFactorChallenge {
  readonly factor: FirstFactor;
  readonly has: (context: UserContext) => boolean;
  /** Checks the response if the request has one already; else issues the challenge. */
  readonly begin: (store: Store, candidate: Candidate, given: Parameters) => Promise<InitiateAuthResponse>;
}

const keptOf = ({ unknownUsername }: Candidate): { unknownUsername?: string } =>
  unknownUsername === undefined ? {} : { unknownUsername };
const hasPassword = ({ user }: UserContext): boolean => user.verifier !== undefined;

/** Whether a code can be sent to this contact of the user. The code that confirms an account may be the first one. */
const canReach =
  (contact: Contact) =>
  ({ pool, user }: UserContext): boolean =>
    isVerified(user, contact) ||
    ((pool.sendsOtpToUnverified || user.status === 'UNCONFIRMED') && Boolean(user.attributes.get(contact)));

/** Each first challenge: its factor, who has it, and how it begins. */
export const FIRST_CHALLENGES: Record<FirstChallenge, FirstFactorChallenge> = {
  PASSWORD_SRP: {
    factor: 'PASSWORD',
    has: hasPassword,
    begin: async (store, candidate, { SRP_A }) => {
      if (!SRP_A) return issueChallenge(store, candidate, 'PASSWORD_SRP', {}, keptOf(candidate));
      const { user, unknownUsername } = candidate;
      const who =
        unknownUsername === undefined && user.verifier
          ? { user, userId: user.username, verifier: user.verifier }
          : { user: undefined, ...simulatedVerifier(candidate, unknownUsername ?? user.username) };
      const session = store.sessions.open({ ...candidate, name: 'PASSWORD_VERIFIER' });
      return beginProof(store, candidate, who, SRP_A, { session });
    },
  },
  PASSWORD: {
    factor: 'PASSWORD',
    has: hasPassword,
    begin: async (store, candidate, { PASSWORD }) => {
      if (!PASSWORD) return issueChallenge(store, candidate, 'PASSWORD', {}, keptOf(candidate));
      requirePassword(store, candidate, PASSWORD);
      return afterPassword(store, candidate);
    },
  },
  EMAIL_OTP: {
    factor: 'EMAIL_OTP',
    has: canReach('email'),
    begin: (store, candidate) =>
      issueCodeChallenge(store, candidate, 'EMAIL_OTP', { purpose: 'first-factor', ...keptOf(candidate) }),
  },
  SMS_OTP: {
    factor: 'SMS_OTP',
    has: canReach('phone_number'),
    begin: (store, candidate) =>
      issueCodeChallenge(store, candidate, 'SMS_OTP', { purpose: 'first-factor', ...keptOf(candidate) }),
  },
  WEB_AUTHN: {
    factor: 'WEB_AUTHN',
    has: ({ user }) => user.passkeys.length > 0,
    begin: (store, candidate) => issuePasskeyChallenge(store, candidate, keptOf(candidate)),
  },
};

// `Object.keys` loses the type of the keys.
const ALL = Object.keys(FIRST_CHALLENGES) as FirstChallenge[];

/** The factors that suffice for a user. With MFA, a passkey can count as two. */
function sufficientFor({ pool, user }: UserContext): readonly FirstFactor[] {
  if (user.status === 'FORCE_CHANGE_PASSWORD') return ['PASSWORD'];
  if (pool.mfa !== 'ON' && secondFactorsOf(pool, user).length === 0) return pool.firstFactors;
  return user.passkeyMfa && pool.webAuthn?.isMultiFactor ? ['PASSWORD', 'WEB_AUTHN'] : ['PASSWORD'];
}

/** The first challenges that a user can choose. */
export function firstChallengesOf(context: UserContext): FirstChallenge[] {
  const sufficient = sufficientFor(context);
  return ALL.filter((name) => {
    const { factor, has } = FIRST_CHALLENGES[name];
    return context.pool.firstFactors.includes(factor) && sufficient.includes(factor) && has(context);
  });
}

/** Whether an account may have no password. */
export const isPasswordless = ({ firstFactors }: Pool): boolean =>
  firstFactors.some((factor) => factor === 'EMAIL_OTP' || factor === 'SMS_OTP');

/** The first challenge of that name, if the user can choose it. */
export const firstChallengeNamed = (context: UserContext, name: string | undefined): FirstChallenge | undefined =>
  firstChallengesOf(context).find((one) => one === name);

/** Whether a sign-up has proved a factor that suffices for its user. */
export function replacesFactor(context: UserContext, { contact, hasPassword: isProved }: SignUpProof): boolean {
  const code = contact === 'email' ? 'EMAIL_OTP' : 'SMS_OTP';
  return isProved || (contact !== undefined && firstChallengesOf(context).includes(code));
}

/** Whether a session still waits for the first factor. */
export const awaitsFirstFactor = ({ name, purpose }: Challenge): boolean =>
  purpose === 'first-factor' ||
  name === 'SELECT_CHALLENGE' ||
  (name !== 'EMAIL_OTP' && Object.hasOwn(FIRST_CHALLENGES, name));

/** The factors that an unknown user is simulated with: that of the preferred challenge, or a random selection. */
function simulatedFactors({ random }: Store, { pool }: Caller, preferred: string | undefined): readonly FirstFactor[] {
  const wanted = ALL.find((name) => name === preferred);
  const allowed: readonly FirstFactor[] =
    pool.mfa === 'ON' ? ['PASSWORD'] : pool.firstFactors.filter((one) => one !== 'WEB_AUTHN' || pool.webAuthn);
  const factor = wanted && FIRST_CHALLENGES[wanted].factor;
  if (factor && allowed.includes(factor)) return [factor];
  const sure = allowed[random(allowed.length)];
  return allowed.filter((one) => one === sure || random(2) === 1);
}

/** The user of a name. An unknown name gets a simulated user, or throws where the app client reveals that. */
export function candidateFor(store: Store, caller: Caller, name: string, preferred?: string): Candidate {
  const { pool, client } = caller;
  const user = findUser(pool, name);
  if (user) return { pool, client, user, typedName: name };
  if (client.preventUserExistenceErrors === 'LEGACY') throw userNotFound();
  const factors = simulatedFactors(store, caller, preferred);
  return { pool, client, user: simulatedUser(caller, name, factors, store.now()), unknownUsername: name };
}

/** The challenge that a hidden unknown user gets at random, where the pool does not let them choose. */
export function randomChallenge({ random }: Store, candidate: Candidate): FirstChallenge | undefined {
  if (candidate.unknownUsername === undefined || candidate.pool.unknownUserIsAsked === 'CHOICE') return undefined;
  const challenges = firstChallengesOf(candidate);
  return challenges[random(challenges.length)];
}
