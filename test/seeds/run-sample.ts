import assert from 'node:assert/strict';
import { runInThisContext } from 'node:vm';
import { functionOf } from './sample.js';

/** What a sample needs from its surroundings, and what a test reads of it. */
export interface Surroundings {
  /** The variables that it leaves open, and `Auth`, which a sample may take for imported. */
  readonly names?: Readonly<Record<string, unknown>>;
  /** What it imports: modules of this package, of the app, or of others. */
  readonly modules?: Readonly<Record<string, object>>;
  /** Which of its parts to run, from 0. A later part has the imports of the first. */
  readonly part?: number;
  /** The variables of its own that the test reads. */
  readonly reads?: readonly string[];
}

/** A sample that runs. */
export interface Run {
  /** Its variables that were asked for, and what it exports, when its last line has run. */
  readonly ended: Promise<Readonly<Record<string, unknown>>>;
  /** What it logged next, or will log: a value, or the list of them when there are several. */
  logged(): Promise<unknown>;
}

/** Values in the order in which they come, for whom waits and for whom comes later. */
class Queue {
  readonly #values: unknown[] = [];
  readonly #waiting: ((value: unknown) => void)[] = [];

  put(value: unknown): void {
    const next = this.#waiting.shift();
    if (next) next(value);
    else this.#values.push(value);
  }

  take(): Promise<unknown> {
    if (this.#values.length > 0) return Promise.resolve(this.#values.shift());
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

type Body = (...values: unknown[]) => Promise<Readonly<Record<string, unknown>>>;

/** Runs the text of a sample, with what it leaves open given to it. */
export function runSample(sample: string, { names = {}, modules = {}, part, reads }: Surroundings = {}): Run {
  const log = new Queue();
  const console = { log: (...values: unknown[]) => log.put(values.length === 1 ? values[0] : values) };
  const imported = (name: string): object => modules[name] ?? assert.fail(`${sample} imports ${name}.`);
  const given = { ...names, console, imported, exported: {} };
  // The sample is a function of its own within that of the variables: it may declare names that are given as well.
  const body = runInThisContext(`async (${Object.keys(given).join(', ')}) => (${functionOf(sample, part, reads)})()`, {
    filename: `test/seeds/samples/${sample}`,
  }) as Body;
  return { ended: body(...Object.values(given)), logged: () => log.take() };
}
