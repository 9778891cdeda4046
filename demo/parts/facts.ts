import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** What is known, by names. */
export const facts = (values: Readonly<Record<string, unknown>>): TemplateResult => html`
  <dl class="facts">
    ${Object.entries(values).map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd><bdi>${value}</bdi></dd>
        </div>`,
    )}
  </dl>
`;
