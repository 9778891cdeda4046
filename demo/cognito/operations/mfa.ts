import type { AuthFactorType, SetUserMFAPreferenceRequest } from '@aws-sdk/client-cognito-identity-provider';
import { enableSoftwareTokenMfa, invalidParameter, softwareTokenNotFound } from '../exceptions.js';
import { requireLocalUser } from '../flows/local-user.js';
import { required } from '../flows/required.js';
import type { MfaMethod, Pool, User } from '../store/model.js';
import type { Store } from '../store/store.js';
import { isTotpRight, newTotpSecret } from '../store/totp.js';
import type { UserContext } from '../store/user-context.js';
import { isVerified } from '../store/users.js';
import type { Operations } from './operation-types.js';

interface TokenOrSession {
  readonly AccessToken?: string | undefined;
  readonly Session?: string | undefined;
}

/** The user of an access token, or of a session in which MFA is set up. */
async function userOf(store: Store, { AccessToken, Session }: TokenOrSession): Promise<UserContext> {
  const context = AccessToken
    ? await store.tokens.verify(AccessToken)
    : store.sessions.get(Session, undefined, ['MFA_SETUP']);
  requireLocalUser(context.user);
  return context;
}

/** The operations that set up second factors and choose among them. */
export const mfaOperations = {
  AssociateSoftwareToken: async (store, request) => {
    const { pool, client, user } = await userOf(store, request);
    if (!pool.mfaMethods.includes('SOFTWARE_TOKEN_MFA')) throw softwareTokenNotFound();
    const secret = newTotpSecret();
    user.pendingTotp = secret;
    if (request.AccessToken) return { SecretCode: secret };
    store.sessions.close(request.Session);
    return { SecretCode: secret, Session: store.sessions.open({ pool, client, user, name: 'MFA_SETUP' }) };
  },

  VerifySoftwareToken: async (store, request) => {
    const { pool, client, user } = await userOf(store, request);
    const secret = user.pendingTotp ?? user.totp?.secret;
    if (!secret) throw invalidParameter('There is no software token to verify.');
    if (!isTotpRight(user, secret, required(request.UserCode, 'userCode'), store.now())) {
      if (request.Session) store.sessions.miss(request.Session);
      throw enableSoftwareTokenMfa();
    }
    user.pendingTotp = undefined;
    if (request.AccessToken) return { Status: 'SUCCESS' };
    store.sessions.close(request.Session);
    const session = store.sessions.open({ pool, client, user, name: 'MFA_SETUP', verified: true });
    return { Status: 'SUCCESS', Session: session };
  },

  SetUserMFAPreference: async (store, { AccessToken, WebAuthnMfaSettings, ...settings }) => {
    const { pool, user } = await store.tokens.verify(AccessToken);
    requireLocalUser(user);
    const asked = METHODS.map((method) => [method, settings[SETTINGS[method].member]] as const);
    for (const [method, setting] of asked) {
      if (setting?.Enabled && !SETTINGS[method].isReady(user)) throw invalidParameter(SETTINGS[method].missing);
    }
    if (asked.filter(([, setting]) => setting?.PreferredMfa).length > 1) {
      throw invalidParameter('Only one MFA method can be preferred.');
    }
    for (const [method, setting] of asked) prefer(user, method, setting);
    if (WebAuthnMfaSettings) preferPasskey(pool, user, WebAuthnMfaSettings.Enabled === true);
    return {};
  },

  SetUserSettings: async (store, { AccessToken, MFAOptions = [] }) => {
    const { user } = await store.tokens.verify(AccessToken);
    requireLocalUser(user);
    const isOn = MFAOptions.some(({ DeliveryMedium }) => DeliveryMedium === 'SMS');
    if (isOn && !SETTINGS.SMS_MFA.isReady(user)) throw invalidParameter(SETTINGS.SMS_MFA.missing);
    prefer(user, 'SMS_MFA', { Enabled: isOn });
    return {};
  },

  GetUserAuthFactors: async (store, { AccessToken }) => {
    const { pool, user } = await store.tokens.verify(AccessToken);
    const has: readonly (readonly [AuthFactorType, boolean])[] = [
      ['PASSWORD', user.verifier !== undefined],
      ['EMAIL_OTP', isVerified(user, 'email')],
      ['SMS_OTP', isVerified(user, 'phone_number')],
      ['WEB_AUTHN', user.passkeys.length > 0],
    ];
    return {
      Username: user.username,
      ...(user.preferredMfa && { PreferredMfaSetting: user.preferredMfa }),
      ...settingsOf(user),
      ConfiguredUserAuthFactors: has
        .filter(([factor, isThere]) => isThere && (pool.firstFactors as readonly string[]).includes(factor))
        .map(([factor]) => factor),
    };
  },
} satisfies Partial<Operations>;

type Setting = { readonly Enabled?: boolean | undefined; readonly PreferredMfa?: boolean | undefined } | undefined;

/** For each method: the request member with its preference, and the condition to turn it on. */
const SETTINGS = {
  SMS_MFA: {
    member: 'SMSMfaSettings',
    isReady: (user) => isVerified(user, 'phone_number'),
    missing: 'User does not have delivery config set to turn on SMS_MFA',
  },
  SOFTWARE_TOKEN_MFA: {
    member: 'SoftwareTokenMfaSettings',
    isReady: ({ totp }) => totp?.verified === true,
    missing: 'User has not verified software token mfa',
  },
  EMAIL_OTP: {
    member: 'EmailMfaSettings',
    isReady: (user) => isVerified(user, 'email'),
    missing: 'User does not have delivery config set to turn on EMAIL_OTP',
  },
} as const satisfies Record<
  MfaMethod,
  { readonly member: keyof SetUserMFAPreferenceRequest; isReady(user: User): boolean; readonly missing: string }
>;
// `Object.keys` loses the type of the keys.
const METHODS = Object.keys(SETTINGS) as MfaMethod[];

/** Lets a passkey count as two factors. The user needs another second factor too, in case the passkey is lost. */
function preferPasskey(pool: Pool, user: User, isEnabled: boolean): void {
  if (isEnabled && pool.webAuthn?.isMultiFactor !== true) {
    throw invalidParameter('Passkey MFA is not enabled for the user pool.');
  }
  if (isEnabled && (user.passkeys.length === 0 || user.mfa.size === 0)) {
    throw invalidParameter('User needs a passkey and another MFA method to turn on WEB_AUTHN');
  }
  user.passkeyMfa = isEnabled;
}

/** The second factors that are turned on, as GetUser lists them. */
export function settingsOf({ mfa, passkeyMfa }: User): { readonly UserMFASettingList?: string[] } {
  const list = [...mfa, ...(passkeyMfa ? ['WEB_AUTHN'] : [])];
  return list.length ? { UserMFASettingList: list } : {};
}

function prefer(user: User, method: MfaMethod, settings: Setting): void {
  if (!settings) return;
  if (settings.Enabled) user.mfa.add(method);
  else user.mfa.delete(method);
  if (settings.Enabled && settings.PreferredMfa) user.preferredMfa = method;
  else if (user.preferredMfa === method) user.preferredMfa = undefined;
}
