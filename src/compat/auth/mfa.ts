import type { IMfaSettings, MFAOption, UserData } from 'amazon-cognito-identity-js';
import { AuthError, userObject } from '../auth-errors.js';
import { isSecondFactor, SECOND_FACTORS } from '../cognito-names.js';
import type { SecondFactor } from '../cognito-names.js';
import type { AuthCore } from '../core.js';
import type { CompatUser } from '../open-pool.js';
import { promised } from '../promised.js';
import { userDataOf } from './session.js';
import type { CurrentUserOptions } from './session.js';

/** What `setPreferredMFA` takes. */
export type MfaMethod = SecondFactor | 'NOMFA';

/** The preferred second factor; undefined where there are several, and none is preferred. */
function preferredIn({ PreferredMfaSetting, UserMFASettingList, MFAOptions }: Partial<UserData>): string | undefined {
  if (PreferredMfaSetting) return PreferredMfaSetting;
  if (!UserMFASettingList) return MFAOptions ? 'SMS_MFA' : 'NOMFA';
  return UserMFASettingList.length === 0 ? 'NOMFA' : undefined;
}

/** What is to change, by the second factor. */
type Change = ReadonlyMap<string, IMfaSettings>;

/** All second factors turned off, and none preferred. */
const without = (factors: readonly string[]): Change =>
  new Map(factors.map((factor) => [factor, { PreferredMfa: false, Enabled: false }]));

export async function setPreferredMFA(core: AuthCore, user: CompatUser, method: MfaMethod): Promise<string> {
  const change = changeFor(method, await userDataOf(core, user, { bypassCache: true }));
  if (!change) return 'No change for mfa type';
  const of = (factor: string) => change.get(factor) ?? null;
  const result = await promised<string>((callback) =>
    user.setUserMfaPreference(of('SMS_MFA'), of('SOFTWARE_TOKEN_MFA'), callback, of('EMAIL_OTP')),
  );
  await userDataOf(core, user, { bypassCache: true });
  return result;
}

/** What a method changes; undefined for nothing. */
function changeFor(method: MfaMethod, data: Partial<UserData>): Change | undefined {
  if (isSecondFactor(method)) return new Map([[SECOND_FACTORS[method], { PreferredMfa: true, Enabled: true }]]);
  // Called from scripts that no compiler has read.
  if ((method as string) !== 'NOMFA') throw new AuthError('no-mfa-method');
  const current = preferredIn(data);
  if (current === undefined) throw new AuthError('invalid-mfa');
  return current === 'NOMFA' ? undefined : without([current, ...(data.UserMFASettingList ?? [])]);
}

export async function getPreferredMFA(core: AuthCore, user: CompatUser, options?: CurrentUserOptions): Promise<string> {
  const preferred = preferredIn(await userDataOf(core, user, options));
  // Apps compare this text.
  if (preferred === undefined) throw 'invalid MFA Type';
  return preferred;
}

export const getMFAOptions = async (user: CompatUser): Promise<MFAOption[]> => {
  userObject(user);
  return promised((callback) => user.getMFAOptions(callback));
};

export const enableSMS = async (user: CompatUser): Promise<string> => {
  userObject(user);
  return promised((callback) => user.enableMFA(callback));
};

export const disableSMS = async (user: CompatUser): Promise<string> => {
  userObject(user);
  return promised((callback) => user.disableMFA(callback));
};
