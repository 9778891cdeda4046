import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** When a request may be canceled, and when the user is told that it takes long. Milliseconds. */
const DELAYS = [3000, 5000];

/** How long the host has been busy: stage 0, 1 (may be canceled), 2 (announced). */
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

  /** Starts or stops the time. */
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
