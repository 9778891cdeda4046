import { challenge } from '../challenge.js';

/** Somebody who has signed in makes sure that they can be reached. */
export const verifyContact = challenge('verifyContact', 'verify-contact');
