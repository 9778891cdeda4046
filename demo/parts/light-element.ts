import { LitElement } from 'lit';

/** The demo's own elements render into the page itself, where its one style sheet reaches them. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
