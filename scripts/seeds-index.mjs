/**
 * Holds `test/seeds/index.json` against the guides that it is about: `npm run seeds -- <folder>`, where the folder has
 * their texts, under any names. Every block of code of every guide has to be in the index, with its hash, and every block
 * of the index in a guide.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { readIndex, sha256 } from './seeds/block.mjs';
import { GuideText, nameOf } from './seeds/guide-text.mjs';

/**
 * @typedef {import('./seeds/block.mjs').Guide} Guide
 * @typedef {import('./seeds/guide-text.mjs').Place} Place
 */

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder that has the texts of the guides.');

const texts = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
const index = readIndex();

/** @type {Record<Guide['form'], (guide: Guide, text: GuideText) => string[]>} */
const COMPLETE = {
  fenced: ({ blocks }, text) => {
    const places = blocks.map(({ heading, lines }) => ({ heading, lines }));
    const isIn = (/** @type {Place[]} */ list, /** @type {Place} */ one) =>
      list.some((other) => isDeepStrictEqual(one, other));
    return [
      ...text
        .fenced()
        .filter((place) => !isIn(places, place))
        .map((place) => `Not in the index: ${nameOf(place)}`),
      ...places.filter((place) => !isIn(text.fenced(), place)).map((place) => `Not between fences: ${nameOf(place)}`),
    ];
  },
  plain: ({ blocks }, text) => [
    ...text.uncovered(blocks).map((line) => `Looks like code, and is in no block: line ${String(line)}`),
    ...blocks
      .filter((block) => !text.isBelowItsHeadings(block))
      .map((block) => `Not below its headings: ${nameOf(block)}`),
  ],
};

/** @param {Guide} guide */
function check(guide) {
  const found = texts.find((text) => sha256(text) === guide.sha256);
  if (found === undefined) return [`No file in ${String(folder)} is this guide.`];
  const text = new GuideText(found);
  const changed = guide.blocks.filter(({ lines, sha256: hash }) => sha256(text.range(lines)) !== hash);
  return [...changed.map((block) => `Has another hash: ${nameOf(block)}`), ...COMPLETE[guide.form](guide, text)];
}

const problems = index.guides.flatMap((guide) => check(guide).map((problem) => `${guide.id} ${problem}`));
for (const { id, title, blocks } of index.guides) {
  const kinds = [...new Set(blocks.map(({ leftOut }) => leftOut))];
  const counts = kinds.map((kind) => {
    const count = blocks.filter(({ leftOut }) => leftOut === kind).length;
    return `${String(count)} ${kind ?? 'samples'}`;
  });
  console.log(`${id} ${title}: ${String(blocks.length)} blocks: ${counts.join(', ')}`);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
