import { challenge } from '../challenge.js';

/** The user enters the address that codes are sent to. */
export const emailSetup = challenge('emailSetup', 'email-setup');
