import type { AuthErrorCode } from '../../cognito/errors.js';

/** The fields an error is about, the likeliest first. What is not listed, or has none of them, is about the whole form. */
export const errorPlaces: Partial<Readonly<Record<AuthErrorCode, readonly string[]>>> = {
  'wrong-code': ['code'],
  'code-expired': ['code'],
  'password-policy': ['new-password'],
  'password-reused': ['new-password'],
  'username-exists': ['username'],
  'alias-exists': ['email', 'phone_number', 'username'],
};
