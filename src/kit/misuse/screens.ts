import type { ScreenName } from '../../auth-state.js';

const SCREENS: Readonly<Record<ScreenName, true>> = {
  loading: true,
  'sign-in': true,
  'sign-up': true,
  'confirm-sign-up': true,
  'confirm-sign-in': true,
  'select-factor': true,
  'select-mfa-type': true,
  'email-setup': true,
  'custom-challenge': true,
  'totp-setup': true,
  'new-password': true,
  'forgot-password': true,
  'reset-password': true,
  'remember-device': true,
  'verify-contact': true,
  'passkey-prompt': true,
  unsupported: true,
  'signed-in': true,
};

/** Whether a screen has this name. */
export const isScreen = (name: string): boolean => Object.hasOwn(SCREENS, name);
