import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { MfaMethod, Pool, User } from '../store/model.js';
import type { Store } from '../store/store.js';
import type { UserContext } from '../store/user-context.js';
import { isVerified } from '../store/users.js';
import { issueChallenge, issueCodeChallenge } from './issue-challenge.js';

interface SecondFactor {
  /** Whether the user can use it, apart from having turned it on. */
  readonly has: (user: User) => boolean;
  /** Whether it can be set up during a sign-in. */
  readonly canSetUp: boolean;
  readonly issue: (store: Store, context: UserContext) => Promise<InitiateAuthResponse>;
}

/** The second factors of Cognito. */
export const SECOND_FACTORS: Record<MfaMethod, SecondFactor> = {
  SMS_MFA: {
    has: ({ attributes }) => Boolean(attributes.get('phone_number')),
    canSetUp: false,
    issue: (store, context) => issueCodeChallenge(store, context, 'SMS_MFA'),
  },
  SOFTWARE_TOKEN_MFA: {
    has: ({ totp }) => totp?.verified === true,
    canSetUp: true,
    issue: async (store, context) =>
      issueChallenge(store, context, 'SOFTWARE_TOKEN_MFA', { FRIENDLY_DEVICE_NAME: 'Authenticator app' }),
  },
  EMAIL_OTP: {
    has: (user) => isVerified(user, 'email'),
    canSetUp: true,
    issue: (store, context) => issueCodeChallenge(store, context, 'EMAIL_OTP'),
  },
};

/** The second factors that the user has turned on and can use in this pool. */
export const secondFactorsOf = (pool: Pool, user: User): MfaMethod[] =>
  pool.mfa === 'OFF'
    ? []
    : pool.mfaMethods.filter((method) => user.mfa.has(method) && SECOND_FACTORS[method].has(user));
