import type { Plugin } from 'vite';
import { readIndex } from '../../scripts/seeds/block.mjs';
import { CHANGES } from '../../test/seeds/changes.js';
import { functionOf, originalPartsOf } from '../../test/seeds/sample.js';
import { FIELDS, GIVEN, STEPS } from './steps.js';

/** All guides: their headings, and the texts of their samples. */
const GUIDES = 'virtual:guides';
/** Before the name of a sample: its parts as functions. */
const SAMPLE = 'virtual:guides/sample/';
/** Keeps other plugins from what is not theirs. */
const OURS = '\0';

const { guides, reasons } = readIndex();
const samples = [...new Set(guides.flatMap(({ blocks }) => blocks.flatMap(({ sample = [] }) => sample)))];

/** The texts of the guides, and where to load the samples that run. */
function guidesModule(): string {
  const texts = Object.fromEntries(
    samples.map((sample) => [
      sample,
      {
        parts: originalPartsOf(sample),
        changes: [...new Set((CHANGES[sample] ?? []).map(({ reason }) => reason))],
      },
    ]),
  );
  const loaders = Object.keys(STEPS).map(
    (sample) => `${JSON.stringify(sample)}: () => import('${SAMPLE}${sample}.js')`,
  );
  return [
    `export const guides = ${JSON.stringify(guides)};`,
    `export const reasons = ${JSON.stringify(reasons)};`,
    `export const texts = ${JSON.stringify(texts)};`,
    `export const loaders = { ${loaders.join(', ')} };`,
  ].join('\n');
}

/** A sample as tests run it, part by part: a function of the variables that it leaves open. */
function sampleModule(sample: string): string {
  const variables = [...Object.keys(FIELDS), ...GIVEN, 'console', 'imported', 'exported'].join(', ');
  const parts = (STEPS[sample] ?? []).map(
    ({ reads }, part) => `async ({ ${variables} }) => (${functionOf(sample, part, reads)})()`,
  );
  return `export const parts = [\n${parts.join(',\n')}\n];`;
}

/** The vite plugin for the pages that run the code of guides: the same texts as in the tests, as modules. */
export const guideSamples: Plugin = {
  name: 'guide-samples',
  resolveId: (id) => (id === GUIDES || id.startsWith(SAMPLE) ? `${OURS}${id}` : undefined),
  load(id) {
    if (id === `${OURS}${GUIDES}`) return guidesModule();
    if (id.startsWith(`${OURS}${SAMPLE}`)) return sampleModule(id.slice(`${OURS}${SAMPLE}`.length, -'.js'.length));
    return undefined;
  },
};
