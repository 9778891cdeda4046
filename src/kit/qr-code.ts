import { nothing, svg } from 'lit';
import type { ReactiveControllerHost } from 'lit';

/** Draws a QR code, here in the browser. What draws it is loaded when there is something to draw. */
export class QrCode {
  readonly #host: ReactiveControllerHost;
  #content = '';
  #drawing: { readonly size: number; readonly path: string } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The code of `content`, and nothing until it is drawn. `label` is what those hear who cannot see it. */
  render(content: string, label: string): unknown {
    if (content !== this.#content) void this.#draw(content);
    if (!this.#drawing) return nothing;
    const { size, path } = this.#drawing;
    return svg`<svg data-auth="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}"
      fill="currentColor" shape-rendering="crispEdges"><path d=${path}></path></svg>`;
  }

  async #draw(content: string): Promise<void> {
    this.#content = content;
    this.#drawing = undefined;
    const { qrPath } = await import('./qr.js');
    if (content !== this.#content) return;
    this.#drawing = qrPath(content);
    this.#host.requestUpdate();
  }
}
