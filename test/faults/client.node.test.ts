import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { FLOW_METHODS } from '../../src/client/flow-methods.js';
import { OPERATIONS } from '../../src/cognito/operations.js';
import type { Asked } from '../support/faults.js';
import { IS_LONG } from '../support/trials.js';
import { Bench } from './bench.js';
import type { Found } from './bench.js';
import { expectedOf, MODES } from './expected.js';
import type { Expected, Mode } from './expected.js';
import { FLOWS } from './flows.js';
import { printMatrix } from './report.js';

/** A request of a flow: a row of the matrix. */
interface Row {
  readonly flow: string;
  readonly nth: number;
  readonly act: number;
  readonly asked: Asked;
  readonly cells: Map<Mode, { readonly found: Found; readonly expected: Expected }>;
}

const bench = await Bench.open();
const rows: Row[] = [];
// Recorded from a run, so that a new request is in the matrix by itself.
for (const [name, flow] of Object.entries(FLOWS)) {
  const acts = await bench.requestsOf(flow);
  const requests = acts.flatMap((asked, act) => asked.map((one) => ({ asked: one, act })));
  rows.push(...requests.map((request, nth) => ({ ...request, flow: name, nth, cells: new Map() })));
}

/** The modes of a row: all of them in the long run, else one, another one in each row. */
const modesOf = (row: number): readonly Mode[] => (IS_LONG ? MODES : [MODES[row % MODES.length]!]);

/** The problems of a cell. `on` stands for the step that follows without the fault. */
function flawsOf(found: Found, expected: Expected): readonly string[] {
  const isStep = found.outcome.startsWith('→');
  const isExpected = expected.outcome === 'on' ? isStep : found.outcome === expected.outcome;
  return [
    ...(isExpected ? [] : [`${found.outcome} instead of ${expected.outcome}`]),
    ...(found.requests === expected.requests ? [] : [`${found.requests} requests instead of ${expected.requests}`]),
    ...(isStep || found.next === expected.next ? [] : [`the next try: ${found.next} instead of ${expected.next}`]),
    ...found.damage,
  ];
}

/** Requested by no flow of the client: the API of the guides passes them on, one request each. */
const OF_THE_GUIDES = ['SetUserSettings', 'GetDevice'];

describe('The matrix of faults', () => {
  after(async () => {
    await bench.close();
    if (IS_LONG) printMatrix(rows, (found, expected) => flawsOf(found, expected).length > 0);
  });

  it('has every operation and every method of the client', () => {
    const operations = rows.map(({ asked }) => asked.operation);
    assert.deepEqual(
      Object.keys(OPERATIONS).filter((name) => !operations.includes(name)),
      OF_THE_GUIDES,
    );
    assert.deepEqual(
      FLOW_METHODS.filter((method) => !bench.called.has(method)),
      [],
    );
  });

  for (const [number, { flow, nth, act, asked, cells }] of rows.entries()) {
    for (const mode of modesOf(number)) {
      it(`${flow}: ${asked.operation} ${asked.challenge ?? ''} (${nth + 1}), ${mode}`, async () => {
        const found = await bench.fail(FLOWS[flow]!, nth, mode);
        const expected = expectedOf(flow, asked, act, mode);
        cells.set(mode, { found, expected });
        assert.deepEqual(flawsOf(found, expected), []);
      });
    }
  }
});
