import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** When somebody who waits may stop waiting, and when they are told that it takes long. Milliseconds. */
const DELAYS = [3000, 5000];

/** Counts how patient a person has been since the host became busy: 0, 1 (may cancel), 2 (is told so). */
export class SlowRequestController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #tried: (stage: number) => void;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #stage = 0;

  constructor(host: ReactiveControllerHost, tried: (stage: number) => void) {
    this.#host = host;
    this.#tried = tried;
    host.addController(this);
  }

  get stage(): number {
    return this.#stage;
  }

  /** Begins to wait, or ends it. */
  set busy(busy: boolean) {
    if (busy === this.#timers.length > 0) return;
    this.hostDisconnected();
    if (busy) this.#timers = DELAYS.map((delay, index) => setTimeout(() => this.#reach(index + 1), delay));
  }

  hostDisconnected(): void {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
    this.#stage = 0;
  }

  #reach(stage: number): void {
    this.#stage = stage;
    this.#tried(stage);
    this.#host.requestUpdate();
  }
}
