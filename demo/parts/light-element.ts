import { LitElement } from 'lit';

/** The base of the demo's own elements: they render into the light DOM, where the style sheet of the page applies. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
