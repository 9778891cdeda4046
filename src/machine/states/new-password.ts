import { challenge } from '../challenge.js';

/** A temporary password gives way to one of the person's own. */
export const newPassword = challenge('newPassword', 'new-password');
