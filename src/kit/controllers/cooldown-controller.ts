import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a user waits before another request; the last one for each further time. Seconds. */
const WAITS = [30, 60, 120];

/** Counts down to the time when something can be requested again. */
export class CooldownController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #over: () => void;
  #round = 0;
  #end = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, over: () => void) {
    this.#host = host;
    this.#over = over;
    host.addController(this);
  }

  /** Seconds left; 0 when the wait is over. */
  get seconds(): number {
    return Math.max(0, Math.ceil((this.#end - Date.now()) / 1000));
  }

  /** Begins the next wait, longer than the last one, and at least as long as it takes. Seconds. */
  start(atLeast = 0): void {
    const wait = WAITS[Math.min(this.#round++, WAITS.length - 1)] ?? 0;
    this.#end = Date.now() + Math.max(wait, atLeast) * 1000;
    this.#run();
  }

  hostConnected(): void {
    if (this.seconds) this.#run();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  #run(): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      this.#host.requestUpdate();
      if (this.seconds) return;
      clearInterval(this.#timer);
      this.#over();
    }, 1000);
  }
}
