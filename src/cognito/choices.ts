/** How a person can prove who they are, to begin with. A code stands for EMAIL_OTP or SMS_OTP, a passkey for WEB_AUTHN. */
export type Factor = 'password' | 'email' | 'sms' | 'passkey';

/** Where the code of a second factor comes from: SMS_MFA, SOFTWARE_TOKEN_MFA, EMAIL_OTP. */
export type MfaType = 'sms' | 'totp' | 'email';

/** Cognito's names of each choice, the better one first where there are two. */
type Names<Choice extends string> = Readonly<Record<Choice, readonly string[]>>;

const FACTORS: Names<Factor> = {
  password: ['PASSWORD_SRP', 'PASSWORD'],
  passkey: ['WEB_AUTHN'],
  email: ['EMAIL_OTP'],
  sms: ['SMS_OTP'],
};

const MFA_TYPES: Names<MfaType> = {
  totp: ['SOFTWARE_TOKEN_MFA'],
  sms: ['SMS_MFA'],
  email: ['EMAIL_OTP'],
};

/** The choices that a list of Cognito's names contains, in the order of the table. What nobody knows is left out. */
const known = <Choice extends string>(table: Names<Choice>, names: readonly unknown[]): readonly Choice[] =>
  // Object.keys() answers strings; these are the keys of the table.
  (Object.keys(table) as Choice[]).filter((choice) => table[choice].some((name) => names.includes(name)));

/** Cognito's names of a choice that somebody made; none where it is not in the table. */
const namesOf = (table: Names<string>, choice: string | undefined): readonly string[] =>
  (choice !== undefined && Object.hasOwn(table, choice) && table[choice]) || [];

/** The first factors among the AvailableChallenges of an answer. */
export const factorsOf = (names: readonly unknown[]): readonly Factor[] => known(FACTORS, names);

/** The second factors in MFAS_CAN_CHOOSE or MFAS_CAN_SETUP. */
export const mfaTypesOf = (names: readonly unknown[]): readonly MfaType[] => known(MFA_TYPES, names);

/** How Cognito names a first factor, of those it offers; without an offer, the name of the better one. */
export const nameOfFactor = (choice: string | undefined, offered?: readonly unknown[]): string | undefined =>
  namesOf(FACTORS, choice).find((name) => offered?.includes(name) ?? true);

/** How Cognito names a second factor. */
export const nameOfMfaType = (choice: string | undefined): string | undefined => namesOf(MFA_TYPES, choice)[0];
