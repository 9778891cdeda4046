import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { flattened, readIndex, SEEDS, sha256 } from '../../scripts/seeds/block.mjs';

const { guides, reasons } = readIndex();
const blocks = guides.flatMap(({ id, blocks }) => blocks.map((block) => ({ guide: id, ...block })));
const samples = readdirSync(`${SEEDS}samples`);
const textOf = (sample: string) => readFileSync(`${SEEDS}samples/${sample}`, 'utf8');

describe('The index of the code in the guides', () => {
  it('has all blocks of all guides', () => {
    const counts = Object.fromEntries(guides.map(({ id, blocks }) => [id, blocks.length]));
    assert.deepEqual(counts, { S0: 48, S1: 53, S2: 38, S3: 9, S4: 16 });
  });

  it('has a sample for each block, or the reason why there is none', () => {
    for (const { guide, lines, sample, leftOut } of blocks) {
      const place = `${guide}, line ${lines[0]}`;
      assert.notEqual(sample === undefined, leftOut === undefined, place);
      if (leftOut !== undefined) assert.ok(leftOut in reasons, place);
    }
  });

  it('names each sample that there is, and no other', () => {
    const named = new Set(blocks.flatMap(({ sample = [] }) => sample));
    assert.deepEqual([...named].sort(), samples.sort());
  });

  it('has the hash of each sample, as it stands in one guide at least, and without its spaces in others', () => {
    for (const sample of samples) {
      const text = textOf(sample);
      const hashes = blocks.filter((block) => block.sample === sample).map((block) => block.sha256);
      const [exact, flat] = [sha256(text), sha256(flattened(text))];
      assert.ok(hashes.includes(exact), sample);
      assert.deepEqual(
        hashes.filter((hash) => hash !== exact && hash !== flat),
        [],
        sample,
      );
    }
  });

  it('names one sample for one text', () => {
    const texts = samples.map((sample) => flattened(textOf(sample)));
    assert.equal(new Set(texts).size, samples.length);
  });

  it('has the blocks of a guide in order, none within another', () => {
    for (const { id, blocks } of guides) {
      const lines = blocks.flatMap((block) => block.lines);
      assert.deepEqual(
        lines.toSorted((one, other) => one - other),
        lines,
        id,
      );
    }
  });
});
