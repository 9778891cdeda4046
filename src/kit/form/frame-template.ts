import { html } from 'lit';

/** What a frame shows besides what the page puts into its slots. */
interface Frame {
  readonly lang: string;
  /** Of the heading, 1 to 6. */
  readonly level: number;
  readonly headline: string;
  /** The sentence below the heading. */
  readonly description: unknown;
  /** The live regions, where no provider has some. */
  readonly regions: unknown;
}

/** The box around a form, with the slots of every form. */
export const frameTemplate = ({ lang, level, headline, description, regions }: Frame): unknown =>
  html`<section part="frame" lang=${lang}>
    <slot name="logo"></slot>
    <slot name="header"><h2 part="heading" aria-level=${level} tabindex="-1">${headline}</h2></slot>
    <slot name="description">${description && html`<p part="description">${description}</p>`}</slot>
    <slot name="before-form"></slot>
    <slot name="form"></slot>
    <slot name="before-submit"></slot>
    <slot name="actions"></slot>
    <slot name="after-form"></slot>
    <slot name="footer"></slot>
    ${regions}
  </section>`;
