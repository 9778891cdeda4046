import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Screen readers only announce a change of a region that was empty, so it is emptied first. Milliseconds. */
const PAUSE = 100;

const SILENCE = { status: '', alert: '' };

/** Announces to screen readers, by two live regions that are always there in the host's shadow root. */
export class LiveAnnouncer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #said: Readonly<Record<'status' | 'alert', string>> = SILENCE;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether an alert waits to be said. */
  #isAlerting = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What the host renders, whatever else it renders. */
  render(): unknown {
    const { status, alert } = this.#said;
    return html`<div part="status" role="status">${status}</div>
      <div part="status" role="alert">${alert}</div>`;
  }

  /** Announces a sentence, as an alert when it is urgent. It replaces what was not announced yet, but a status never replaces an alert. */
  say(sentence: string, as: 'status' | 'alert' = 'status'): void {
    if (this.#isAlerting && as === 'status') return;
    clearTimeout(this.#timer);
    this.#isAlerting = as === 'alert';
    this.#set(SILENCE);
    this.#timer = setTimeout(() => {
      this.#isAlerting = false;
      this.#set({ ...SILENCE, [as]: sentence });
    }, PAUSE);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#isAlerting = false;
  }

  #set(said: typeof SILENCE): void {
    this.#said = said;
    // Not at once: the host may be updating.
    queueMicrotask(() => this.#host.requestUpdate());
  }
}
