import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { userNotFound } from '../exceptions.js';
import type { FirstFactor, User } from '../store/model.js';
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
  readonly has: (user: User) => boolean;
  /** Checks the response if the request has one already; else issues the challenge. */
  readonly begin: (store: Store, candidate: Candidate, given: Parameters) => Promise<InitiateAuthResponse>;
}

const keptOf = ({ unknownUsername }: Candidate): { unknownUsername?: string } =>
  unknownUsername === undefined ? {} : { unknownUsername };
const hasPassword = ({ verifier }: User): boolean => verifier !== undefined;

/** Each first challenge: its factor, who has it, and how it begins. */
export const FIRST_CHALLENGES: Record<FirstChallenge, FirstFactorChallenge> = {
  PASSWORD: {
    factor: 'PASSWORD',
    has: hasPassword,
    begin: async (store, candidate, { PASSWORD }) => {
      if (!PASSWORD) return issueChallenge(store, candidate, 'PASSWORD', {}, keptOf(candidate));
      requirePassword(store, candidate, PASSWORD);
      return afterPassword(store, candidate);
    },
  },
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
  EMAIL_OTP: {
    factor: 'EMAIL_OTP',
    has: (user) => isVerified(user, 'email'),
    begin: (store, candidate) =>
      issueCodeChallenge(store, candidate, 'EMAIL_OTP', { purpose: 'first-factor', ...keptOf(candidate) }),
  },
  SMS_OTP: {
    factor: 'SMS_OTP',
    has: (user) => isVerified(user, 'phone_number'),
    begin: (store, candidate) =>
      issueCodeChallenge(store, candidate, 'SMS_OTP', { purpose: 'first-factor', ...keptOf(candidate) }),
  },
  WEB_AUTHN: {
    factor: 'WEB_AUTHN',
    has: ({ passkeys }) => passkeys.length > 0,
    begin: (store, candidate) => issuePasskeyChallenge(store, candidate),
  },
};

// `Object.keys` loses the type of the keys.
const ALL = Object.keys(FIRST_CHALLENGES) as FirstChallenge[];

/** The first challenges that a user can choose. With MFA: a password, or a passkey that counts as two factors. */
export const firstChallengesOf = ({ pool, user }: UserContext): FirstChallenge[] => {
  const needsTwo = pool.mfa === 'ON' || secondFactorsOf(pool, user).length > 0;
  const isTwo = user.passkeyMfa && pool.webAuthn?.isMultiFactor === true;
  return ALL.filter((name) => {
    const { factor, has } = FIRST_CHALLENGES[name];
    return (
      pool.firstFactors.includes(factor) &&
      has(user) &&
      (!needsTwo || factor === 'PASSWORD' || (factor === 'WEB_AUTHN' && isTwo))
    );
  });
};

/** The first challenge of that name, if the user can choose it. */
export const firstChallengeNamed = (context: UserContext, name: string | undefined): FirstChallenge | undefined =>
  firstChallengesOf(context).find((one) => one === name);

/** The user of a name. An unknown name gets a simulated user, or throws where the app client reveals that. */
export function candidateFor(store: Store, caller: Caller, name: string): Candidate {
  const { pool, client } = caller;
  const user = findUser(pool, name);
  if (user) return { pool, client, user, typedName: name };
  if (client.preventUserExistenceErrors === 'LEGACY') throw userNotFound();
  return { pool, client, user: simulatedUser(caller, name, store.now()), unknownUsername: name };
}
