import { prompt } from '../challenge.js';

/** A user who has signed in verifies an email address or phone number. */
export const verifyContact = prompt('verifyContact', 'verify-contact');
