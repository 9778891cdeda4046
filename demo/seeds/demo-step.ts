import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { texts } from 'virtual:guides';
import { LightElement } from '../parts/light-element.js';
import type { GuideStage } from './guide-stage.js';
import { FIELDS, insteadOf, STEPS } from './steps.js';
import type { Field, Step } from './steps.js';

/** What a part of a sample did: where it comes from, and the text. */
interface Line {
  readonly source: string;
  readonly text: string;
}

/** A part of a sample: its code, and what it does when it is run, or what there is instead. */
export class DemoStep extends LightElement {
  static override properties = { sample: {}, index: { type: Number }, stage: { attribute: false } };

  /** The name of the sample. */
  declare sample: string;
  /** From 0. */
  declare index: number;
  /** Runs it. */
  declare stage: GuideStage;

  #values: Partial<Record<Field, string>> = {};
  #lines: readonly Line[] = [];
  #isRunning = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('stage')) return;
    const { fields = [], values } = this.#step ?? {};
    this.#values = Object.fromEntries(fields.map((name) => [name, values?.[name] ?? FIELDS[name]]));
    if (fields.some((name) => FIELDS[name] === '')) this.stage.addEventListener('codes', () => this.#fillIn());
  }

  protected override render(): TemplateResult {
    const { parts, changes } = texts[this.sample]!;
    const title = parts.length > 1 ? `${this.sample}, part ${this.index + 1}` : this.sample;
    return html`
      <div class="card step" role="group" aria-label=${title}>
        <p class="muted">${title}</p>
        <pre><code>${parts[this.index]?.trim()}</code></pre>
        ${this.#step ? this.#runs(this.#step, title, changes) : html`<p class="muted">${insteadOf(this.sample)}</p>`}
      </div>
    `;
  }

  get #step(): Step | undefined {
    return STEPS[this.sample]?.[this.index];
  }

  #runs({ fields = [], note }: Step, title: string, changes: readonly string[]): TemplateResult {
    return html`
      ${changes.map((reason) => html`<p class="muted">Changed before it runs: ${reason}</p>`)}
      ${note ? html`<p class="muted">${note}</p>` : ''}
      <form class="step-form" @submit=${this.#run}>
        ${fields.map(
          (name) => html`
            <label>
              <code>${name}</code>
              <input name=${name} autocomplete="off" .value=${this.#values[name] ?? ''} @input=${this.#typed} />
            </label>
          `,
        )}
        <button class="small" aria-label="Run ${title}">Run</button>
      </form>
      <div class="step-log" role="log" aria-label="What ${title} did">
        ${this.#lines.map(({ source, text }) => html`<p><span class="tag">${source}</span> <code>${text}</code></p>`)}
      </div>
    `;
  }

  #typed({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.#values = { ...this.#values, [target.name]: target.value };
  }

  #fillIn(): void {
    for (const name of ['code', 'challengeAnswer'] as const) {
      const known = this.stage.codes[name];
      if (known !== undefined && name in this.#values) this.#values = { ...this.#values, [name]: known };
    }
    this.requestUpdate();
  }

  async #run(event: Event): Promise<void> {
    event.preventDefault();
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#lines = [];
    this.requestUpdate();
    await this.stage.run(this.sample, this.index, this.#values, (source, text) => this.#tell({ source, text }));
    if (this.#lines.length === 0) this.#tell({ source: 'Done', text: 'It shows nothing.' });
    this.#isRunning = false;
  }

  /** What is answered and then logged is one line. */
  #tell({ source, text }: Line): void {
    const last = this.#lines.at(-1);
    const isSame = last?.text === text && last.source !== source;
    this.#lines = isSame
      ? this.#lines.with(-1, { source: `${last.source}, ${source}`, text })
      : [...this.#lines, { source, text }];
    this.requestUpdate();
  }
}
customElements.define('demo-step', DemoStep);
