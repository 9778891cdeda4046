import { challenge } from '../challenge.js';

/** Somebody who has signed in says whether this device stands for a second factor from now on. */
export const rememberDevice = challenge('rememberDevice', 'remember-device');
