import { challenge } from '../challenge.js';

/** Somebody who has signed in may make a passkey for the next time. */
export const passkeyPrompt = challenge('passkeyPrompt', 'passkey-prompt');
