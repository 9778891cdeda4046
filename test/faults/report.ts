import type { Asked } from '../support/faults.js';
import type { Found } from './bench.js';
import { MODES } from './expected.js';
import type { Expected, Mode } from './expected.js';

interface Row {
  readonly flow: string;
  readonly nth: number;
  readonly asked: Asked;
  readonly cells: ReadonlyMap<Mode, { readonly found: Found; readonly expected: Expected }>;
}

/** Short words, so that the table is not wider than a screen. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^→ /, '→'],
  [/^too-many-requests$/, 'too-many'],
  [/^bad-response$/, 'bad-resp'],
];
const short = (word: string): string =>
  SHORT.reduce((text, [long, brief]) => text.replace(long, brief), word).slice(0, 10);

const WIDTH = 11;

/** Prints rows of requests and columns of faults, with the outcome in each cell; problems are marked by ✗. */
export function printMatrix(rows: readonly Row[], isWrong: (found: Found, expected: Expected) => boolean): void {
  const modes = MODES.filter((mode) => rows.some(({ cells }) => cells.has(mode)));
  const titles = rows.map(
    ({ nth, asked }) => `  ${nth + 1} ${asked.operation}${asked.challenge ? ` ${asked.challenge}` : ''}`,
  );
  const first = Math.max(...titles.map(({ length }) => length)) + 1;
  const line = (title: string, cells: readonly string[]) =>
    `${title.padEnd(first)}${cells.map((cell) => cell.padEnd(WIDTH)).join('')}`.trimEnd();
  const lines = [line('', modes.map(short))];
  let count = 0;
  let wrong = 0;
  for (const [index, { flow, nth, cells }] of rows.entries()) {
    if (nth === 0) lines.push(flow);
    const words = modes.map((mode) => {
      const cell = cells.get(mode);
      if (!cell) return '·';
      const isBad = isWrong(cell.found, cell.expected);
      count += 1;
      wrong += isBad ? 1 : 0;
      return `${isBad ? '✗' : ''}${short(cell.found.outcome)}`;
    });
    lines.push(line(titles[index] ?? '', words));
  }
  console.log(`${lines.join('\n')}\n\n${count} faults in ${rows.length} requests, ${wrong} of them end wrongly.`);
}
