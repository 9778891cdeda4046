import { challenge } from '../challenge.js';

/** The user chooses a first factor. */
export const selectFactor = challenge('selectFactor', 'select-factor');
