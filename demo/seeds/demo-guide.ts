import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { guides, reasons, texts } from 'virtual:guides';
import type { Block, Guide } from 'virtual:guides';
import { facts } from '../parts/facts.js';
import { LightElement } from '../parts/light-element.js';
import { GuideStage } from './guide-stage.js';
import './demo-step.js';
import '../parts/demo-inbox.js';

/** The file of the page for each guide, by its id. */
const PAGES = {
  S0: 'mobile-cli',
  S1: 'amplify-cli',
  S2: 'first-edition',
  S3: 'getting-started',
  S4: 'advanced-workflows',
} as const;

type Id = keyof typeof PAGES;

/** Headings by their depth, below that of the page. */
const HEADINGS: readonly ((title: string) => TemplateResult)[] = [
  (title) => html`<h2>${title}</h2>`,
  (title) => html`<h3>${title}</h3>`,
  (title) => html`<h4>${title}</h4>`,
  (title) => html`<h5>${title}</h5>`,
];

/** The headings that begin with a block: those of the one before it stand above already. */
function newHeadings(before: readonly string[], heading: readonly string[]): TemplateResult[] {
  const firstNew = heading.findIndex((title, depth) => title !== before[depth]);
  if (firstNew < 0) return [];
  return heading.slice(firstNew).map((title, index) => HEADINGS[firstNew + index]!(title));
}

/**
 * A guide: its headings, and the code under each of them, to be run step by step.
 *
 * @attr guide - Id of the guide.
 */
class DemoGuide extends LightElement {
  #stage: GuideStage | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#open();
  }

  protected override render(): TemplateResult | undefined {
    const stage = this.#stage;
    const guide = guides.find(({ id }) => id === this.getAttribute('guide'));
    if (!stage || !guide) return undefined;
    return html`
      <main class="stage">
        <div class="guide">
          <h1>${guide.title}</h1>
          <p class="muted">
            The code of the guide as it stands, run by this package at a local Cognito. What it leaves open stands in
            fields. A step may configure the page anew: load it again to begin from the start.
          </p>
          ${pagesBut(guide)}
          ${guide.blocks.map((block, index) => [
            newHeadings(guide.blocks[index - 1]?.heading ?? [], block.heading),
            blockOf(block, stage),
          ])}
        </div>
        <aside class="stage-side" aria-label="Around the guide">
          <section class="card" aria-labelledby="users-heading">
            <h2 id="users-heading">Users</h2>
            <p class="muted">Their password is <code>${stage.pool.people[0]?.password}</code>.</p>
            ${facts(Object.fromEntries(stage.pool.people.map(({ username, note }) => [username, note])))}
          </section>
          <demo-inbox></demo-inbox>
        </aside>
      </main>
    `;
  }

  async #open(): Promise<void> {
    this.#stage = await GuideStage.open();
    this.requestUpdate();
  }
}
customElements.define('demo-guide', DemoGuide);

/** Links to all guides. */
const pagesBut = (current: Guide): TemplateResult => html`
  <nav class="guides" aria-label="Guides">
    ${guides.map(
      (guide) =>
        html`<a href="./${PAGES[guide.id as Id]}.html" aria-current=${guide === current ? 'page' : 'false'}
          >${guide.title}</a
        >`,
    )}
  </nav>
`;

/** A block of code: its parts, or why there are none. */
function blockOf({ sample, leftOut, lines: [first, last] }: Block, stage: GuideStage): TemplateResult {
  if (sample === undefined) {
    return html`<p class="muted">
      ${first === last ? `Line ${first}` : `Lines ${first}–${last}`}: ${reasons[leftOut ?? '']}
    </p>`;
  }
  return html`${texts[sample]!.parts.map(
    (_, index) => html`<demo-step sample=${sample} index=${index} .stage=${stage}></demo-step>`,
  )}`;
}
