import { eventually } from './user.js';

/** What the console is told about the use of elements from now on, instead of the test runner's. */
export class Told {
  readonly lines: string[] = [];
  readonly #restore: () => void;

  constructor() {
    const { error, warn } = console;
    const hear =
      (level: string, others: typeof error) =>
      (...said: unknown[]) => {
        const [line] = said.map(String);
        if (line?.startsWith('auth-elements: ')) this.lines.push(`${level} ${line.slice('auth-elements: '.length)}`);
        else others(...said);
      };
    console.error = hear('error:', error);
    console.warn = hear('warning:', warn);
    this.#restore = () => void Object.assign(console, { error, warn });
  }

  /** Waits for a line, and returns how often it was told. */
  async has(part: string): Promise<number> {
    await eventually(
      () => this.lines.some((line) => line.includes(part)),
      () => `The console was not told “${part}”, but: ${this.lines.join(' | ')}`,
    );
    return this.lines.filter((line) => line.includes(part)).length;
  }

  stop(): void {
    this.#restore();
  }
}
