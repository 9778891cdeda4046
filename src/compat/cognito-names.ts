import type { AuthFlow } from '../config/config.js';

/** Our flows by the names that users have for them. */
export const FLOWS: ReadonlyMap<string, AuthFlow> = new Map([
  ['USER_SRP_AUTH', 'USER_SRP_AUTH'],
  ['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  ['CUSTOM_AUTH', 'CUSTOM_WITH_SRP'],
]);

/** Our names of second factors by Cognito's. */
export const MFA_TYPES: ReadonlyMap<string, 'sms' | 'totp' | 'email'> = new Map([
  ['SMS_MFA', 'sms'],
  ['SOFTWARE_TOKEN_MFA', 'totp'],
  ['EMAIL_OTP', 'email'],
]);
