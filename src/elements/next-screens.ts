import type { ScreenName } from '../auth-state.js';

/**
 * Where a user most likely comes to from each screen: loaded as soon as they use it. Anything else that may follow is
 * loaded when it is reached, and where a link leads, when the user turns to the link.
 */
export const nextScreens: Readonly<Record<ScreenName, readonly ScreenName[]>> = {
  loading: [],
  'sign-in': ['confirm-sign-in', 'signed-in'],
  'sign-up': ['confirm-sign-up'],
  'confirm-sign-up': ['signed-in'],
  'confirm-sign-in': ['signed-in'],
  'select-factor': ['confirm-sign-in', 'signed-in'],
  'select-mfa-type': ['confirm-sign-in'],
  'email-setup': ['confirm-sign-in'],
  'custom-challenge': ['signed-in'],
  'totp-setup': ['signed-in'],
  'new-password': ['signed-in'],
  'forgot-password': ['reset-password'],
  'reset-password': ['sign-in'],
  'remember-device': ['signed-in'],
  'verify-contact': ['signed-in'],
  'passkey-prompt': ['signed-in'],
  unsupported: ['sign-in'],
  'signed-in': [],
};
