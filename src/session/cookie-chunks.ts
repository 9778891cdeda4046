/**
 * How a text is kept in several cookies, since one holds about 4 kB: in pieces under `<key>.<id>.<number>`, and `<id>.<count>`
 * under the key itself. Each write has an id of its own and writes the key last, so that a reader finds all pieces of one
 * write, or none.
 */

/** Characters of a cookie, its name included. Browsers take 4096 bytes, and some count the attributes. */
const SIZE = 3_800;

/** Cookies by name. Both are decoded. */
export type Cookies = ReadonlyMap<string, string>;

/** One cookie to write. The value is encoded. */
export type Piece = readonly [name: string, value: string];

const HEAD = /^([\da-f]{16})\.(\d{1,3})$/;

const PIECE = /^(.*)\.([\da-f]{16})\.\d{1,3}$/s;

const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The key that a cookie holds a piece of; undefined for one that is no piece. */
export const ownerOf = (name: string): string | undefined => PIECE.exec(name)?.[1];

/** The cookies for a text, in the order in which they are to be written. */
export function piecesOf(key: string, text: string, id = newId()): readonly Piece[] {
  const encoded = encodeURIComponent(text);
  const size = SIZE - encodeURIComponent(key).length;
  if (size <= 0) throw new RangeError('The key is too long for a cookie.');
  const count = Math.ceil(encoded.length / size);
  const pieces = Array.from({ length: count }, (_, index): Piece => [
    `${key}.${id}.${index}`,
    encoded.slice(index * size, (index + 1) * size),
  ]);
  return [...pieces, [key, `${id}.${count}`]];
}

/** The text of a key; undefined without one, or when a piece is missing. What other libraries wrote is answered as it is. */
export function textIn(cookies: Cookies, key: string): string | undefined {
  const head = cookies.get(key);
  const [, id, count] = HEAD.exec(head ?? '') ?? [];
  if (!id) return head;
  const pieces = Array.from({ length: Number(count) }, (_, index) => cookies.get(`${key}.${id}.${index}`));
  return pieces.every((piece) => piece !== undefined) ? decoded(pieces.join('')) : undefined;
}

/** What a part of a cookie stands for. What is not encoded is answered as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
