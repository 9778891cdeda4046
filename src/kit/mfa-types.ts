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

/** What each of them lets a person choose, in the order of the page. */
const CHOICES = [
  ['totp', 'totp'],
  ['sms', 'sms'],
  ['email', 'email'],
  ['optional', 'none'],
] as const satisfies readonly (readonly [keyof MfaTypes, MfaChoiceValue])[];

/** What there is to choose from. */
export const choicesOf = (types: MfaTypes): readonly MfaChoiceValue[] =>
  CHOICES.filter(([type]) => types[type]).map(([, choice]) => choice);
