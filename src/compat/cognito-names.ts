import type { AuthFlow } from '../config/config.js';

/** Our flows by the names that users have for them. */
export const FLOWS: ReadonlyMap<string, AuthFlow> = new Map([
  ['USER_SRP_AUTH', 'USER_SRP_AUTH'],
  ['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  ['CUSTOM_AUTH', 'CUSTOM_WITH_SRP'],
]);

/** Cognito's names of second factors, by those of the guides and by themselves. */
export const SECOND_FACTORS = {
  SMS: 'SMS_MFA',
  SMS_MFA: 'SMS_MFA',
  TOTP: 'SOFTWARE_TOKEN_MFA',
  SOFTWARE_TOKEN_MFA: 'SOFTWARE_TOKEN_MFA',
  EMAIL: 'EMAIL_OTP',
  EMAIL_OTP: 'EMAIL_OTP',
} as const;

/** What a second factor is called by the guides, or by Cognito. */
export type SecondFactor = keyof typeof SECOND_FACTORS;

export const isSecondFactor = (name: string): name is SecondFactor => Object.hasOwn(SECOND_FACTORS, name);

/** Our names of second factors by Cognito's. */
export const MFA_TYPES: ReadonlyMap<string, 'sms' | 'totp' | 'email'> = new Map([
  ['SMS_MFA', 'sms'],
  ['SOFTWARE_TOKEN_MFA', 'totp'],
  ['EMAIL_OTP', 'email'],
]);
