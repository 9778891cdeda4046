import { challenge } from '../challenge.js';

/** The user chooses one of several second factors, to use or to set up. */
export const selectMfaType = challenge('selectMfaType', 'select-mfa-type');
