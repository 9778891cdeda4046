import { prompt } from '../challenge.js';

/** A user who has signed in may create a passkey. */
export const passkeyPrompt = prompt('passkeyPrompt', 'passkey-prompt');
