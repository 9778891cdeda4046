import { html, nothing } from 'lit';
import type { Step } from '../../client/step.js';

/** A link back to the choice that led here, where there was one. */
export const anotherWay = (step: Step | undefined, link: () => unknown): unknown =>
  step && 'hasOtherWays' in step && step.hasOtherWays ? html`<p data-auth="footer">${link()}</p>` : nothing;
