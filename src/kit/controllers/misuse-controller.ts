import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { whenIdle } from '../../when-idle.js';
import type { Subject } from '../misuse/subject.js';
import type { Watch } from '../misuse/watch.js';

/** Has the use of its host watched, once the browser has time for it. */
export class MisuseController implements ReactiveController {
  readonly #subject: Subject;
  #watch: Watch | undefined;
  #stop = (): void => undefined;

  constructor(host: ReactiveControllerHost, subject: Subject) {
    this.#subject = subject;
    host.addController(this);
  }

  hostConnected(): void {
    const stop = whenIdle(() => {
      void import('../misuse/watch.js').then(
        ({ Watch }) => {
          if (this.#stop !== stop) return;
          const watch = (this.#watch = new Watch(this.#subject));
          this.#stop = () => watch.stop();
        },
        // Whatever keeps it from loading shows elsewhere.
        () => undefined,
      );
    });
    this.#stop = stop;
  }

  hostUpdated(): void {
    this.#watch?.look();
  }

  hostDisconnected(): void {
    this.#stop();
    this.#stop = () => undefined;
    this.#watch = undefined;
  }
}
