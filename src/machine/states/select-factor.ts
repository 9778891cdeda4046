import { challenge } from '../challenge.js';

/** Somebody chooses how to prove who they are. */
export const selectFactor = challenge('selectFactor', 'select-factor');
