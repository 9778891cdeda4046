import { decodeBase64url } from './base64url.js';
import { fieldsOf, parseJson } from './json.js';
import type { Fields } from './json.js';

/** The object in one part of a JWT; an empty one when there is none. */
function partOf(token: string, index: 0 | 1): Fields {
  const part = /^([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(token)?.[index + 1] ?? '';
  try {
    return fieldsOf(parseJson(new TextDecoder().decode(decodeBase64url(part))));
  } catch {
    return {};
  }
}

/** The header of a signed JWT (RFC 7515). */
export const headerOf = (token: string): Fields => partOf(token, 0);

/** The claims of a JWT. Not verified: for display, and to recognize tokens of another pool or client. */
export const claimsOf = (token: string): Fields => partOf(token, 1);
