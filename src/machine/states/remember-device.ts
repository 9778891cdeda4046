import { challenge } from '../challenge.js';

/** A user who has signed in decides whether this device replaces the second factor. */
export const rememberDevice = challenge('rememberDevice', 'remember-device');
