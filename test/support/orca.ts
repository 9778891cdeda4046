import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { Person } from './person.js';
import type { Listener } from './screen-reader.js';
import { until } from './until.js';

/** Where Orca writes what it does, if it listens (`npm run orca`). */
export const ORCA_LOG = process.env['ORCA_LOG'];

/** What Orca gives to a synthesizer, with its voice behind it. */
const SPEECH = /SPEECH OUTPUT: '(.*?)'\s*(?:voice=\w+)?\s*(?:\{.*\}|None)?$/gm;

const run = promisify(execFile);

/** Presses keys where the focus is, as the keyboard of the screen. */
const presses = (...keys: readonly string[]) => run('xdotool', ['key', '--clearmodifiers', ...keys]);

/** The words of a text, which are all that two screen readers have in common. */
const wordsOf = (text: string) => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

/** The name and the description of `role “name”: description`, or the text of `“text”`. */
function partsOf(line: string): readonly string[] {
  const [, name = '', description = ''] = /“(.*?)”(?:: (.*))?$/.exec(line) ?? [];
  return [name, description].filter(Boolean).map(wordsOf);
}

/** What Orca says, from its log. */
export class Orca implements Listener {
  readonly #log: string;
  #sentences: readonly string[] = [];
  /** How many of the sentences were compared. */
  #compared = 0;

  private constructor(log: string) {
    this.#log = log;
  }

  /** Listens from now on. */
  static async from(log: string): Promise<Orca> {
    const orca = new Orca(log);
    await orca.#listen();
    orca.#compared = orca.#sentences.length;
    return orca;
  }

  /** Waits until Orca has said these names and descriptions since the last time, in this order, whatever else it says. */
  async says(...expected: readonly string[]): Promise<void> {
    const before = this.#compared;
    const missing = () => {
      const text = wordsOf(this.#sentences.slice(before).join(' '));
      let from = 0;
      return expected.flatMap(partsOf).find((part) => {
        const place = text.indexOf(part, from);
        // Two parts share the space between them.
        from = place + part.length - 1;
        return place < 0;
      });
    };
    await until(() => missing() === undefined, { what: 'Orca says it', turn: () => this.#listen() }).catch(() => {
      assert.fail(`Orca has not said: ${expected.join(' ')}\nbut: ${this.#sentences.slice(before).join(' ')}`);
    });
    for (const sentence of this.#sentences.slice(before)) console.log(`  ${sentence}`);
    this.#compared = this.#sentences.length;
  }

  /** Waits until Orca says anything after this. */
  async answers(action: () => Promise<unknown>): Promise<void> {
    await this.#listen();
    const before = this.#sentences.length;
    await action();
    await until(() => this.#sentences.length > before, { what: 'Orca says something', turn: () => this.#listen() });
  }

  async #listen(): Promise<void> {
    const log = await readFile(this.#log, 'utf8');
    this.#sentences = [...log.matchAll(SPEECH)].map(([, sentence = '']) => sentence.trim()).filter(Boolean);
  }
}

/** A user of Orca, who has a keyboard alone. */
export class OrcaUser extends Person {
  readonly #orca: Orca;

  constructor(page: Page, orca: Orca) {
    super(page);
    this.#orca = orca;
  }

  override async opens(url: string): Promise<void> {
    await super.opens(url);
    // No window manager gives the focus to a new window.
    const title = await this.page.title();
    await run('xdotool', ['search', '--sync', '--onlyvisible', '--name', title, 'windowfocus', '--sync']);
  }

  override async types(label: string, value: string): Promise<void> {
    const field = this.field(label);
    await this.#tabsTo(field);
    await presses('ctrl+a');
    await run('xdotool', ['type', '--clearmodifiers', '--', value]);
    await until(async () => (await field.inputValue()) === value, { what: `“${label}” is typed` });
  }

  override async presses(name: string): Promise<void> {
    await this.#tabsTo(this.button(name));
    await presses('Return');
  }

  override async submits(): Promise<void> {
    await presses('Return');
  }

  override async opensDisclosure(summary: string): Promise<void> {
    await this.#tabsTo(this.app.getByText(summary, { exact: true }));
    await presses('Return');
  }

  /** Goes on with Tab, and listens each time. */
  async #tabsTo(place: Locator): Promise<void> {
    await place.waitFor();
    while ((await place.and(this.page.locator(':focus')).count()) === 0) {
      await this.#orca.answers(() => presses('Tab'));
    }
  }
}
