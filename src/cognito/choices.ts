/** How a person can prove who they are, to begin with. A code stands for EMAIL_OTP or SMS_OTP, a passkey for WEB_AUTHN. */
export type Factor = 'password' | 'email' | 'sms' | 'passkey';

/** Where the code of a second factor comes from: SMS_MFA, SOFTWARE_TOKEN_MFA, EMAIL_OTP. */
export type MfaType = 'sms' | 'totp' | 'email';

/** Cognito's names of first factors, the better one first where there are two. */
const FACTORS: readonly (readonly [name: string, factor: Factor])[] = [
  ['PASSWORD_SRP', 'password'],
  ['PASSWORD', 'password'],
  ['WEB_AUTHN', 'passkey'],
  ['EMAIL_OTP', 'email'],
  ['SMS_OTP', 'sms'],
];

const MFA_TYPES: readonly (readonly [name: string, type: MfaType])[] = [
  ['SOFTWARE_TOKEN_MFA', 'totp'],
  ['SMS_MFA', 'sms'],
  ['EMAIL_OTP', 'email'],
];

/** What of a table a list of Cognito's names contains, in the order of the table. What nobody knows is left out. */
const known = <Choice>(table: readonly (readonly [string, Choice])[], names: readonly unknown[]): readonly Choice[] => [
  ...new Set(table.filter(([name]) => names.includes(name)).map(([, choice]) => choice)),
];

/** The first factors among the AvailableChallenges of an answer. */
export const factorsOf = (names: readonly unknown[]): readonly Factor[] => known(FACTORS, names);

/** The second factors in MFAS_CAN_CHOOSE or MFAS_CAN_SETUP. */
export const mfaTypesOf = (names: readonly unknown[]): readonly MfaType[] => known(MFA_TYPES, names);

/** How Cognito names a first factor, of those it offers; without an offer, the name of the better one. */
export const nameOfFactor = (factor: Factor, offered?: readonly unknown[]): string | undefined =>
  FACTORS.find(([name, each]) => each === factor && (offered?.includes(name) ?? true))?.[0];

/** How Cognito names a second factor. */
export const nameOfMfaType = (type: MfaType): string | undefined => MFA_TYPES.find(([, each]) => each === type)?.[0];
