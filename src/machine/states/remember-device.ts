import { prompt } from '../challenge.js';

/** A user who has signed in decides whether this device replaces the second factor. */
export const rememberDevice = prompt('rememberDevice', 'remember-device');
