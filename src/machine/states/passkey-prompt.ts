import { challenge } from '../challenge.js';

/** A user who has signed in may create a passkey. */
export const passkeyPrompt = challenge('passkeyPrompt', 'passkey-prompt');
