import { challenge } from '../challenge.js';

/** The second factor: a code from a text message or an authenticator app. */
export const confirmSignIn = challenge('confirmSignIn', 'confirm-sign-in');
