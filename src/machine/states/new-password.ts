import { challenge } from '../challenge.js';

/** The user replaces a temporary password. */
export const newPassword = challenge('newPassword', 'new-password');
