import type { Post } from '../json-protocol.js';
import { listOf, textOf } from '../json.js';
import type { Fields } from '../json.js';

/** Whether a sign-in asks for a second factor, and for which one first. */
export type MfaState = 'disabled' | 'enabled' | 'preferred';

/** What is asked for after the first factor. A passkey cannot be preferred: where it is enabled, it counts as both. */
export interface MfaPreference {
  readonly sms: MfaState;
  readonly totp: MfaState;
  readonly email: MfaState;
  readonly passkey: Exclude<MfaState, 'preferred'>;
}

/** Cognito's name of each second factor, and the member of the request that sets its state. */
const METHODS = {
  sms: { name: 'SMS_MFA', member: 'SMSMfaSettings' },
  totp: { name: 'SOFTWARE_TOKEN_MFA', member: 'SoftwareTokenMfaSettings' },
  email: { name: 'EMAIL_OTP', member: 'EmailMfaSettings' },
  passkey: { name: 'WEB_AUTHN', member: 'WebAuthnMfaSettings' },
} as const satisfies Readonly<Record<keyof MfaPreference, { readonly name: string; readonly member: string }>>;

/** UserMFASettingList and PreferredMfaSetting of GetUser. */
export async function getMfaPreference(post: Post): Promise<MfaPreference> {
  const user = await post('GetUser', {});
  const enabled = listOf(user, 'UserMFASettingList');
  const isEnabled = ({ name }: { readonly name: string }) => enabled.includes(name);
  const isPreferred = ({ name }: { readonly name: string }) => textOf(user, 'PreferredMfaSetting') === name;
  const stateOf = (method: { readonly name: string }) => (isEnabled(method) ? 'enabled' : 'disabled');
  const rankOf = (method: { readonly name: string }) => (isPreferred(method) ? 'preferred' : stateOf(method));
  return {
    sms: rankOf(METHODS.sms),
    totp: rankOf(METHODS.totp),
    email: rankOf(METHODS.email),
    passkey: stateOf(METHODS.passkey),
  };
}

/** SetUserMFAPreference. What is left out stays as it is. */
export async function setMfaPreference(post: Post, preference: Partial<MfaPreference>): Promise<void> {
  // The keys of a table are those that its type names.
  const methods = Object.keys(METHODS) as (keyof MfaPreference)[];
  const settings: Fields = Object.fromEntries(
    methods.flatMap((method) => {
      const state = preference[method];
      const Enabled = state !== 'disabled';
      const rank = method === 'passkey' ? {} : { PreferredMfa: state === 'preferred' };
      return state ? [[METHODS[method].member, { Enabled, ...rank }]] : [];
    }),
  );
  await post('SetUserMFAPreference', settings);
}
