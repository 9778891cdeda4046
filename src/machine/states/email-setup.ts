import { challenge } from '../challenge.js';

/** Somebody says where the mails with their codes go. */
export const emailSetup = challenge('emailSetup', 'email-setup');
