import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { INSTEAD, insteadOf, STEPS } from '../../demo/seeds/steps.js';
import { readIndex, SEEDS } from '../../scripts/seeds/block.mjs';
import { demoPages, ROOT } from '../../scripts/sources.mjs';
import { partsOf } from './sample.js';

const samples = readdirSync(`${SEEDS}samples`);

describe('The pages of the demo about guides', () => {
  it('run each part of a sample, or say what there is instead', () => {
    for (const sample of samples) {
      const steps = STEPS[sample];
      assert.notEqual(steps === undefined, insteadOf(sample) === undefined, sample);
      if (steps) assert.equal(steps.length, partsOf(sample).length, sample);
    }
  });

  it('know no sample that does not exist', () => {
    assert.deepEqual(
      [...Object.keys(STEPS), ...Object.keys(INSTEAD)].filter((sample) => !samples.includes(sample)),
      [],
    );
  });

  it('are one for each guide', () => {
    const pages = demoPages().filter((page) => page.startsWith('demo/seeds/'));
    const shown = pages.map((page) => /<demo-guide guide="(\w+)">/.exec(readFileSync(`${ROOT}${page}`, 'utf8'))?.[1]);
    assert.deepEqual(
      shown.toSorted(),
      readIndex().guides.map(({ id }) => id),
    );
  });
});
