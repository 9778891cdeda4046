import type { ElementLoaders } from '../elements/auth-authenticator.js';

/** How each element comes to be defined, when it is needed. Those that a page begins with are there from the start. */
export const loaders = {
  'auth-confirm-sign-in': () => import('./auth-confirm-sign-in.js'),
  'auth-confirm-sign-up': () => import('./auth-confirm-sign-up.js'),
  'auth-custom-challenge': () => import('./auth-custom-challenge.js'),
  'auth-email-setup': () => import('./auth-email-setup.js'),
  'auth-federated-buttons': () => import('./auth-federated-buttons.js'),
  'auth-forgot-password': () => import('./auth-forgot-password.js'),
  'auth-greetings': () => import('./auth-greetings.js'),
  'auth-mfa-preference': () => import('./auth-mfa-preference.js'),
  'auth-new-password': () => import('./auth-new-password.js'),
  'auth-passkey-prompt': () => import('./auth-passkey-prompt.js'),
  'auth-remember-device': () => import('./auth-remember-device.js'),
  'auth-reset-password': () => import('./auth-reset-password.js'),
  'auth-select-factor': () => import('./auth-select-factor.js'),
  'auth-select-mfa-type': () => import('./auth-select-mfa-type.js'),
  'auth-sign-out': () => import('./auth-sign-out.js'),
  'auth-sign-up': () => import('./auth-sign-up.js'),
  'auth-totp-setup': () => import('./auth-totp-setup.js'),
  'auth-unsupported': () => import('./auth-unsupported.js'),
  'auth-verify-contact': () => import('./auth-verify-contact.js'),
} as const satisfies Required<Omit<ElementLoaders, 'auth-authenticator' | 'auth-provider' | 'auth-sign-in'>>;
