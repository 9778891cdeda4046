import { challenge } from '../challenge.js';

/** A Lambda function asks something, as often as it likes. */
export const customChallenge = challenge('customChallenge', 'custom-challenge');
