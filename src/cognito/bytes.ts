/** Two hexadecimal digits for each byte. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes that hexadecimal digits stand for, two each. */
export const bytesOfHex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.match(/../g) ?? [], (byte) => parseInt(byte, 16));

/**
 * The bytes that base64 (RFC 4648, section 4) stands for.
 *
 * @throws DOMException `InvalidCharacterError` when it is none.
 */
export const bytesOfBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** Bytes in base64 (RFC 4648, section 4). */
export const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** One after the other. */
export const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => Array.from(part)));
