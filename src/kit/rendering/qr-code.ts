import { nothing, svg } from 'lit';
import type { ReactiveControllerHost } from 'lit';

/** Draws a QR code, here in the browser. What draws it is loaded when there is something to draw. */
export class QrCode {
  readonly #host: ReactiveControllerHost;
  #content = '';
  /** Undefined until it is drawn; null when it cannot be. */
  #drawing: { readonly size: number; readonly path: string } | null | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * The code, an empty box until it is drawn, and nothing where there is more to say than a code can hold, or nothing to draw it with.
   *
   * @param label What those hear who cannot see it.
   */
  render(content: string, label: string): unknown {
    if (content !== this.#content) void this.#draw(content);
    if (this.#drawing === null) return nothing;
    // Its place is kept, so that nothing moves under a finger when it is drawn.
    const { size, path } = this.#drawing ?? { size: 1, path: '' };
    return svg`<svg data-auth="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}"
      fill="currentColor" shape-rendering="crispEdges"><path data-auth d=${path}></path></svg>`;
  }

  async #draw(content: string): Promise<void> {
    this.#content = content;
    this.#drawing = undefined;
    const path = import('./qr-path.js').then(({ qrPath }) => qrPath(content));
    const drawing = await path.catch(() => null);
    if (content !== this.#content) return;
    this.#drawing = drawing;
    this.#host.requestUpdate();
  }
}
