import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { userNotFound } from '../exceptions.js';
import type { FirstFactor, User } from '../store/model.js';
import type { World } from '../store/store.js';
import type { Caller, Visit } from '../store/user-context.js';
import { findUser, isVerified } from '../store/users.js';
import { afterPassword, requireUsable } from './after-password.js';
import { ask, askForCode } from './issue-challenge.js';
import { beginProof, requirePassword } from './password-proof.js';
import { secondFactorsOf } from './second-factors.js';
import { decoyOf, decoyUser } from './simulated-user.js';
import { askPasskey } from './web-authn.js';

/** The challenges that a choice-based sign-in can begin with. */
export type FirstChallenge = 'PASSWORD' | 'PASSWORD_SRP' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN';

/** Somebody who is about to prove who they are. `decoyFor` is the name that was typed, when nobody has it. */
export interface Candidate extends Visit {
  readonly decoyFor?: string;
}

type Parameters = Readonly<Record<string, string>>;

interface Beginning {
  readonly factor: FirstFactor;
  readonly has: (user: User) => boolean;
  /** Asks for it, or takes it at once when it came along. */
  readonly begin: (world: World, candidate: Candidate, given: Parameters) => Promise<InitiateAuthResponse>;
}

const keptOf = ({ decoyFor }: Candidate): { decoyFor?: string } => (decoyFor === undefined ? {} : { decoyFor });
const hasPassword = ({ verifier }: User): boolean => verifier !== undefined;

/** How a sign-in by each of them begins. */
export const FIRST_CHALLENGES: Record<FirstChallenge, Beginning> = {
  PASSWORD: {
    factor: 'PASSWORD',
    has: hasPassword,
    begin: async (world, candidate, { PASSWORD }) => {
      if (!PASSWORD) return ask(world, candidate, 'PASSWORD', {}, keptOf(candidate));
      requirePassword(world, candidate, PASSWORD);
      requireUsable(candidate.user);
      return afterPassword(world, candidate);
    },
  },
  PASSWORD_SRP: {
    factor: 'PASSWORD',
    has: hasPassword,
    begin: async (world, candidate, { SRP_A }) => {
      if (!SRP_A) return ask(world, candidate, 'PASSWORD_SRP', {}, keptOf(candidate));
      const { user, decoyFor } = candidate;
      const who =
        decoyFor === undefined && user.verifier
          ? { user, userId: user.username, verifier: user.verifier }
          : { user: undefined, ...decoyOf(candidate, decoyFor ?? user.username) };
      const session = world.sessions.open({ ...candidate, name: 'PASSWORD_VERIFIER' });
      return beginProof(world, candidate, who, SRP_A, { session });
    },
  },
  EMAIL_OTP: {
    factor: 'EMAIL_OTP',
    has: (user) => isVerified(user, 'email'),
    begin: (world, candidate) =>
      askForCode(world, candidate, 'EMAIL_OTP', { purpose: 'first-factor', ...keptOf(candidate) }),
  },
  SMS_OTP: {
    factor: 'SMS_OTP',
    has: (user) => isVerified(user, 'phone_number'),
    begin: (world, candidate) =>
      askForCode(world, candidate, 'SMS_OTP', { purpose: 'first-factor', ...keptOf(candidate) }),
  },
  WEB_AUTHN: {
    factor: 'WEB_AUTHN',
    has: ({ passkeys }) => passkeys.length > 0,
    begin: (world, candidate) => askPasskey(world, candidate),
  },
};

// The keys of a table are those that its type names.
const ALL = Object.keys(FIRST_CHALLENGES) as FirstChallenge[];

/** With what somebody can begin. Who needs two factors can begin with a password, or a passkey that counts as two. */
export const firstChallengesOf = ({ pool, user }: Visit): FirstChallenge[] => {
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

/** The one that a name means, if it is open to this person. */
export const firstChallengeNamed = (visit: Visit, name: string | undefined): FirstChallenge | undefined =>
  firstChallengesOf(visit).find((one) => one === name);

/** Who has a name; or, unless the app client would rather say that nobody has, somebody made up. */
export function candidateFor(world: World, caller: Caller, name: string): Candidate {
  const { pool, client } = caller;
  const user = findUser(pool, name);
  if (user) return { pool, client, user };
  if (client.preventUserExistenceErrors === 'LEGACY') throw userNotFound();
  return { pool, client, user: decoyUser(caller, name, world.now()), decoyFor: name };
}
