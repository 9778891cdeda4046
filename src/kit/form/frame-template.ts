import { html } from 'lit';
import type { Text } from '../../text/text.js';

/** What a frame shows besides what the page puts into its slots. */
interface Frame {
  readonly words: Pick<Text, 'lang' | 'dir'>;
  /** Of the heading, 1 to 6. */
  readonly level: number;
  readonly headline: string;
  /** The sentence below the heading. */
  readonly description: unknown;
}

/** The box around a form, with the slots of every form. */
export const frameTemplate = ({ words: { lang, dir }, level, headline, description }: Frame): unknown =>
  html`<section part="frame" lang=${lang}>
    <slot name="logo"></slot>
    <slot name="header"
      ><h2 part="heading" dir=${dir} aria-level=${level} aria-describedby="below" tabindex="-1">${headline}</h2></slot
    >
    <slot name="description" id="below"
      >${description && html`<p part="description" dir=${dir}>${description}</p>`}</slot
    >
    <slot name="before-form"></slot>
    <slot name="form"></slot>
    <slot name="before-submit"></slot>
    <slot name="actions"></slot>
    <slot name="after-form"></slot>
    <slot name="footer"></slot>
  </section>`;
