import { readFileSync } from 'node:fs';
import { ROOT } from '../../scripts/sources.mjs';

/**
 * @typedef {object} Block A fenced block of a page.
 * @property {string} name The heading above it, with a number from the second block below that on: `Storage, 2`.
 * @property {string} language As the fence says it: `js`. Empty where it does not.
 * @property {string} code
 */

/**
 * The fenced blocks of a page in Markdown, in their order.
 *
 * @param {string} page Its path.
 * @returns {Block[]}
 */
export function blocksOf(page) {
  /** @type {Block[]} */
  const blocks = [];
  let heading = '';
  let count = 0;
  const parts = readFileSync(`${ROOT}${page}`, 'utf8').matchAll(/^#+ (.+)$|^ *(`{3,}|~{3,})(.*)\n([^]*?)^ *\2$/gm);
  for (const [, title, , language = '', code = ''] of parts) {
    if (title === undefined) {
      count += 1;
      blocks.push({ name: count > 1 ? `${heading}, ${String(count)}` : heading, language: language.trim(), code });
    } else {
      [heading, count] = [title, 0];
    }
  }
  return blocks;
}
