import { isCode } from './code-lines.mjs';

/**
 * @typedef {import('./block.mjs').Block} Block
 * @typedef {Pick<Block, 'heading' | 'lines'>} Place
 */

const FENCE = /^\s*```\w*\s*$/;
const HEADING = /^(#+) +(.*?)\s*$/;

/** @param {Place} place */
export const nameOf = ({ heading, lines: [first, last] }) =>
  `${heading.at(-1) ?? ''}, lines ${String(first)} to ${String(last)}`;

/** The text of a guide, and what it has of code. */
export class GuideText {
  #lines;

  /** @param {string} text */
  constructor(text) {
    this.#lines = text.split('\n');
  }

  /**
   * Lines of it, each with its newline.
   *
   * @param {[number, number]} range
   */
  range([first, last]) {
    return this.#lines
      .slice(first - 1, last)
      .map((line) => `${line}\n`)
      .join('');
  }

  /**
   * What stands between fences, with the headings above it.
   *
   * @returns {Place[]}
   */
  fenced() {
    /** @type {Place[]} */
    const places = [];
    /** @type {{ depth: number, title: string }[]} */
    let above = [];
    let opened = 0;
    for (const [index, line] of this.#lines.entries()) {
      const [, marks = '', title = ''] = HEADING.exec(line) ?? [];
      if (FENCE.test(line)) {
        if (opened > 0) places.push({ heading: above.map((heading) => heading.title), lines: [opened + 1, index] });
        opened = opened > 0 ? 0 : index + 1;
      } else if (opened === 0 && marks !== '') {
        above = [...above.filter(({ depth }) => depth < marks.length), { depth: marks.length, title }];
      }
    }
    return places;
  }

  /**
   * The lines that can only be code, are no heading, and lie in none of these places.
   *
   * @param {Place[]} places
   */
  uncovered(places) {
    const headings = new Set(places.flatMap(({ heading }) => heading));
    const isCovered = (/** @type {number} */ line) =>
      places.some(({ lines: [first, last] }) => first <= line && line <= last);
    return this.#lines.flatMap((text, index) =>
      isCode(text) && !headings.has(text.trim()) && !isCovered(index + 1) ? [index + 1] : [],
    );
  }

  /**
   * Whether the headings of a place are lines above it, one below the other.
   *
   * @param {Place} place
   */
  isBelowItsHeadings({ heading, lines: [first] }) {
    let at = -1;
    return heading.every((title) => {
      at = this.#lines.findIndex((line, index) => index > at && line.trim() === title);
      return at >= 0 && at < first - 1;
    });
  }
}
