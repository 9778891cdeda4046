import { encodeBase64url } from './base64url.js';

/** 256 random bits in base64url. */
export const randomText = (): string => encodeBase64url(crypto.getRandomValues(new Uint8Array(32)).buffer);
