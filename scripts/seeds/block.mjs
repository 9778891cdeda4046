import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ROOT } from '../sources.mjs';

/** Where the samples of the guides lie, and the index of all their blocks of code. */
export const SEEDS = `${ROOT}test/seeds/`;

/**
 * A block of code in a guide.
 *
 * @typedef {object} Block
 * @property {string[]} heading The headings that it stands under, the outermost first.
 * @property {[number, number]} lines Its first and its last line, counted from 1. Fences do not belong to it.
 * @property {string} language As its fence names it; of a guide without fences, as its text shows it.
 * @property {string} sha256 Of its lines, each with its newline.
 * @property {string} [sample] The file in `samples/` that has its text.
 * @property {string} [leftOut] Why it has no such file: a key of the index's `reasons`.
 *
 * @typedef {object} Guide
 * @property {string} id
 * @property {string} title
 * @property {'fenced' | 'plain'} form Whether its blocks stand between fences, or only their lines tell them from prose.
 * @property {string} sha256 Of the whole text.
 * @property {Block[]} blocks In their order.
 *
 * @typedef {object} Index
 * @property {Record<string, string>} reasons Why blocks are left out.
 * @property {Guide[]} guides
 */

/** @returns {Index} */
export const readIndex = () => JSON.parse(readFileSync(`${SEEDS}index.json`, 'utf8'));

/** @param {string} text */
export const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/**
 * A text as a guide shows it that was saved without its markup: no blank lines, no indentation, single spaces. Blocks that
 * are the same in this form share a sample.
 *
 * @param {string} text
 */
export const flattened = (text) =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
