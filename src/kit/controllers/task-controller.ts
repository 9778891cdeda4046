import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ScreenName } from '../../auth-state.js';
import { AuthError } from '../../cognito/errors.js';
import { AuthErrorEvent } from '../events/auth-events.js';

/**
 * One request at a time, for an element that is not on the way of the chart: whether an answer is awaited, and why the last
 * request failed. What fails is told to the page first, which may keep it to itself. Nothing is heard of a request whose
 * element has left, or that was given up.
 */
export class TaskController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #screen: () => ScreenName;
  #abort = new AbortController();
  #isBusy = false;
  #error: AuthError | undefined;

  /** @param screen The name of the form, for the event of an error. */
  constructor(host: ReactiveControllerHost & HTMLElement, screen: () => ScreenName) {
    this.#host = host;
    this.#screen = screen;
    host.addController(this);
  }

  /** Whether an answer is awaited. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Why the last request failed, until the next one. */
  get error(): AuthError | undefined {
    return this.#error;
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Gives up what is awaited, and forgets what failed. */
  forget(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#isBusy = false;
    this.#error = undefined;
    this.#host.requestUpdate();
  }

  /** Shows an error that came from elsewhere, or none. */
  fail(error: AuthError | undefined): void {
    this.#error = error;
    this.#host.requestUpdate();
  }

  /**
   * Runs a request, unless one is running. `done` gets its answer, while the element still wants it.
   *
   * @param work Has to end when its signal aborts.
   */
  async run<Answer>(work: (signal: AbortSignal) => Promise<Answer>, done: (answer: Answer) => void): Promise<void> {
    if (this.#isBusy) return;
    const { signal } = this.#abort;
    this.#isBusy = true;
    this.fail(undefined);
    try {
      const answer = await work(signal);
      if (!signal.aborted) this.#end(() => done(answer));
    } catch (cause) {
      if (!signal.aborted) this.#end(() => this.#tell(AuthError.from(cause)));
    }
  }

  #end(told: () => void): void {
    this.#isBusy = false;
    told();
    this.#host.requestUpdate();
  }

  #tell(error: AuthError): void {
    if (this.#host.dispatchEvent(new AuthErrorEvent(error, this.#screen()))) this.#error = error;
  }
}
