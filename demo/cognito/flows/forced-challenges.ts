import type { ChallengeNameType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { MfaMethod } from '../store/model.js';
import type { World } from '../store/store.js';
import type { Visit } from '../store/user-context.js';
import { afterPassword } from './after-password.js';
import { nextRound } from './custom-auth.js';
import { askDevice } from './device-auth.js';
import { ask } from './issue-challenge.js';
import { SECOND_FACTORS } from './second-factors.js';

type Ask = (world: World, visit: Visit) => Promise<InitiateAuthResponse>;

/** The challenges that a script can consist of, and how each is put. An account has what it takes, as far as possible. */
const ASK: Partial<Record<ChallengeNameType, Ask>> = {
  NEW_PASSWORD_REQUIRED: async (world, visit) => {
    visit.user.status = 'FORCE_CHANGE_PASSWORD';
    return afterPassword(world, visit);
  },
  CUSTOM_CHALLENGE: (world, visit) => nextRound(world, visit, []),
  SMS_MFA: SECOND_FACTORS.SMS_MFA.ask,
  SOFTWARE_TOKEN_MFA: SECOND_FACTORS.SOFTWARE_TOKEN_MFA.ask,
  EMAIL_OTP: SECOND_FACTORS.EMAIL_OTP.ask,
  SELECT_MFA_TYPE: async (world, visit) => {
    const methods: readonly MfaMethod[] = visit.pool.mfaMethods;
    for (const method of methods) visit.user.mfa.add(method);
    return ask(world, visit, 'SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: JSON.stringify(methods) });
  },
  MFA_SETUP: async (world, visit) => {
    const methods = visit.pool.mfaMethods.filter((method) => SECOND_FACTORS[method].canSetUp);
    return ask(world, visit, 'MFA_SETUP', { MFAS_CAN_SETUP: JSON.stringify(methods) });
  },
  DEVICE_SRP_AUTH: async (world, visit) => askDevice(world, visit),
};

/** Whether a challenge can be in a script. */
export const isScriptable = (name: string): name is ChallengeNameType => Object.hasOwn(ASK, name);

/** What a script has next for somebody. Undefined: they have none, or it is over. */
export async function nextInScript(world: World, visit: Visit): Promise<InitiateAuthResponse | undefined> {
  const [name, ...rest] = world.scripts.get(visit.user) ?? [];
  if (name) world.scripts.set(visit.user, rest);
  else world.scripts.delete(visit.user);
  return name && ASK[name]?.(world, visit);
}
