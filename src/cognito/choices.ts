/** A first factor. A code stands for EMAIL_OTP or SMS_OTP, a passkey for WEB_AUTHN. */
export type Factor = 'password' | 'email' | 'sms' | 'passkey';

/** A second factor, by the source of its code: SMS_MFA, SOFTWARE_TOKEN_MFA, EMAIL_OTP. */
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

/** The choices that a list of Cognito's names contains, in the order of the table. Unknown names are left out. */
const known = <Choice extends string>(table: Names<Choice>, names: readonly unknown[]): readonly Choice[] =>
  // Object.keys() answers strings; these are the keys of the table.
  (Object.keys(table) as Choice[]).filter((choice) => table[choice].some((name) => names.includes(name)));

/** Cognito's names of a choice; none if the choice is not in the table. */
const namesOf = (table: Names<string>, choice: string | undefined): readonly string[] =>
  (choice !== undefined && Object.hasOwn(table, choice) && table[choice]) || [];

/** Whether a text names a first factor. */
export const isFactor = (name: string | undefined): name is Factor => namesOf(FACTORS, name).length > 0;

/** The first factors among the AvailableChallenges of an answer. */
export const factorsOf = (names: readonly unknown[]): readonly Factor[] => known(FACTORS, names);

/** The second factors in MFAS_CAN_CHOOSE or MFAS_CAN_SETUP. */
export const mfaTypesOf = (names: readonly unknown[]): readonly MfaType[] => known(MFA_TYPES, names);

/** Cognito's name of a first factor, among those that it offers; without an offer, the better name. */
export const nameOfFactor = (choice: string | undefined, offered?: readonly unknown[]): string | undefined =>
  namesOf(FACTORS, choice).find((name) => offered?.includes(name) ?? true);

/** Cognito's name of a second factor. */
export const nameOfMfaType = (choice: string | undefined): string | undefined => namesOf(MFA_TYPES, choice)[0];
