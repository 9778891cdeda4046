import type { LitElement, ReactiveController } from 'lit';

/** What is said while a request is on its way. */
export type Patience = 'loading' | 'waiting';

/** When a user is told that a request is on its way, may cancel it, and is told that it takes long. Milliseconds. */
const STAGES: readonly (readonly [delay: number, says?: Patience])[] = [[1000, 'loading'], [3000], [5000, 'waiting']];
const CANCELABLE = 2;

/** How long the host has been busy. */
export class SlowRequestController implements ReactiveController {
  readonly #host: LitElement;
  readonly #say: (what: Patience) => void;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #stage = 0;

  constructor(host: LitElement, say: (what: Patience) => void) {
    this.#host = host;
    this.#say = say;
    host.addController(this);
  }

  /** Whether the user has waited long enough to be offered a way out. */
  get isCancelable(): boolean {
    return this.#stage >= CANCELABLE;
  }

  /** Starts or stops the time. */
  set busy(busy: boolean) {
    // A host that has left the page may still render once.
    const isOn = busy && this.#host.isConnected;
    if (isOn === this.#timers.length > 0) return;
    this.hostDisconnected();
    if (isOn)
      this.#timers = STAGES.map(([delay, says], index) => setTimeout(() => this.#reach(index + 1, says), delay));
  }

  hostDisconnected(): void {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
    this.#stage = 0;
  }

  #reach(stage: number, says: Patience | undefined): void {
    this.#stage = stage;
    if (says) this.#say(says);
    this.#host.requestUpdate();
  }
}
