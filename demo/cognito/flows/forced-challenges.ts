import type { ChallengeNameType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { MfaMethod } from '../store/model.js';
import type { Store } from '../store/store.js';
import type { UserContext } from '../store/user-context.js';
import { afterPassword } from './after-password.js';
import { nextRound } from './custom-auth.js';
import { issueDeviceChallenge } from './device-auth.js';
import { issueChallenge } from './issue-challenge.js';
import { SECOND_FACTORS } from './second-factors.js';

type Issue = (store: Store, context: UserContext) => Promise<InitiateAuthResponse>;

/** The challenges that can be forced, and how each is issued. Where possible, the account is set up for it first. */
const ISSUE: Partial<Record<ChallengeNameType, Issue>> = {
  NEW_PASSWORD_REQUIRED: async (store, context) => {
    context.user.status = 'FORCE_CHANGE_PASSWORD';
    return afterPassword(store, context);
  },
  CUSTOM_CHALLENGE: (store, context) => nextRound(store, context, []),
  SMS_MFA: SECOND_FACTORS.SMS_MFA.issue,
  SOFTWARE_TOKEN_MFA: SECOND_FACTORS.SOFTWARE_TOKEN_MFA.issue,
  EMAIL_OTP: SECOND_FACTORS.EMAIL_OTP.issue,
  SELECT_MFA_TYPE: async (store, context) => {
    const methods: readonly MfaMethod[] = context.pool.mfaMethods;
    for (const method of methods) context.user.mfa.add(method);
    return issueChallenge(store, context, 'SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: JSON.stringify(methods) });
  },
  MFA_SETUP: async (store, context) => {
    const methods = context.pool.mfaMethods.filter((method) => SECOND_FACTORS[method].canSetUp);
    return issueChallenge(store, context, 'MFA_SETUP', { MFAS_CAN_SETUP: JSON.stringify(methods) });
  },
  DEVICE_SRP_AUTH: async (store, context) => issueDeviceChallenge(store, context),
};

/** Whether a challenge can be forced. */
export const isForcible = (name: string): name is ChallengeNameType => Object.hasOwn(ISSUE, name);

/** Issues the user's next forced challenge. Undefined when none is left. */
export async function nextForcedChallenge(
  store: Store,
  context: UserContext,
): Promise<InitiateAuthResponse | undefined> {
  const [name, ...rest] = store.forcedChallenges.get(context.user) ?? [];
  if (name) store.forcedChallenges.set(context.user, rest);
  else store.forcedChallenges.delete(context.user);
  return name && ISSUE[name]?.(store, context);
}
