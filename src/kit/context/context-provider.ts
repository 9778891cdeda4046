import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { authContext, offer } from './context.js';
import type { ContextRequest } from './context.js';
import type { AuthSettings } from './settings.js';

/** Answers the requests of elements below its host for an `Auth`, at once and on every change. */
export class ContextProvider implements ReactiveController {
  readonly #callbacks = new Map<ContextRequest['callback'], () => void>();
  #value: AuthSettings = {};

  constructor(host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
    host.addEventListener('context-request', (event) => {
      // Any element may request any context.
      const { context, contextTarget, callback, subscribe } = event as Event & Partial<ContextRequest>;
      if (context !== authContext || contextTarget === host || !callback) return;
      event.stopImmediatePropagation();
      // A second request gets the same function to unsubscribe.
      const stop = this.#callbacks.get(callback) ?? (() => void this.#callbacks.delete(callback));
      if (subscribe) this.#callbacks.set(callback, stop);
      callback(this.#value, stop);
    });
  }

  get value(): AuthSettings {
    return this.#value;
  }
  set value(value: AuthSettings) {
    this.#value = value;
    for (const [callback, stop] of [...this.#callbacks]) callback(value, stop);
  }

  /** Elements that were there before this provider have found none, or one further away. */
  hostConnected(): void {
    offer();
  }
}
