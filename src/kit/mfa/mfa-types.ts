import type { MfaChoiceValue } from './mfa-choice.js';

/** What the user pool allows for a second factor, and is to be offered. */
export interface MfaTypes {
  /** Codes by text message. */
  readonly sms?: boolean;
  /** Codes of an authenticator app. */
  readonly totp?: boolean;
  /** Codes by mail. */
  readonly email?: boolean;
  /** No second factor at all. */
  readonly optional?: boolean;
}

/** What each choice takes, in the order in which they are shown. */
const CHOICES: Readonly<Record<MfaChoiceValue, keyof MfaTypes>> = {
  totp: 'totp',
  sms: 'sms',
  email: 'email',
  none: 'optional',
};

/** What there is to choose from. */
export const choicesOf = (types: MfaTypes): readonly MfaChoiceValue[] =>
  // Object.keys() answers strings; these are the keys of the table above.
  (Object.keys(CHOICES) as MfaChoiceValue[]).filter((choice) => types[CHOICES[choice]]);
