import type { ScreenLoaders } from '../elements/auth-authenticator.js';

/** How each screen comes to be defined: when it is reached. The first one is there from the start. */
export const screens = {
  'sign-up': () => import('./auth-sign-up.js'),
  'confirm-sign-up': () => import('./auth-confirm-sign-up.js'),
  'confirm-sign-in': () => import('./auth-confirm-sign-in.js'),
  'select-factor': () => import('./auth-select-factor.js'),
  'select-mfa-type': () => import('./auth-select-mfa-type.js'),
  'email-setup': () => import('./auth-email-setup.js'),
  'custom-challenge': () => import('./auth-custom-challenge.js'),
  'totp-setup': () => import('./auth-totp-setup.js'),
  'new-password': () => import('./auth-new-password.js'),
  'forgot-password': () => import('./auth-forgot-password.js'),
  'reset-password': () => import('./auth-reset-password.js'),
  'remember-device': () => import('./auth-remember-device.js'),
  'verify-contact': () => import('./auth-verify-contact.js'),
  'passkey-prompt': () => import('./auth-passkey-prompt.js'),
  unsupported: () => import('./auth-unsupported.js'),
  'signed-in': () => import('./auth-greetings.js'),
} as const satisfies Required<Omit<ScreenLoaders, 'loading' | 'sign-in'>>;
