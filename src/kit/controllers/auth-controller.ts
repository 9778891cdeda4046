import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AuthState } from '../../auth-state.js';
import type { Auth } from '../../auth.js';
import { ContextRequestEvent, defaultSettings, whenOffered } from '../context/context.js';
import type { AuthSettings } from '../context/settings.js';
import { EventDispatcher } from '../events/event-dispatcher.js';
import type { Shows, Subject } from '../misuse/subject.js';
import { MisuseController } from './misuse-controller.js';

/**
 * Ties any Lit element to an `Auth`: its own, else that of the nearest provider, else the page's default. The element
 * renders again on every change.
 */
export class AuthController implements ReactiveController, Subject {
  /** The element. */
  readonly host: ReactiveControllerHost & HTMLElement;
  readonly #isProvider: boolean;
  readonly #shows: () => Shows;
  #own: Auth | null | undefined;
  #settings: AuthSettings | undefined;
  #bound: AuthSettings | undefined;
  #auth: Auth | undefined;
  #dispatcher: EventDispatcher | undefined;
  #unsubscribe: (() => void) | undefined;
  #stopSeeking: (() => void) | undefined;
  #stopListening: (() => void) | undefined;

  /**
   * `isProvider`: the element tells the facts of its `Auth` to the page, also when a provider further out does. `shows`: the
   * screen of the flow that it shows; by default, it may show any.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    { isProvider = false, shows = () => 'any' }: { readonly isProvider?: boolean; readonly shows?: () => Shows } = {},
  ) {
    this.host = host;
    this.#isProvider = isProvider;
    // Only its first update knows what a provider was configured with.
    if (isProvider) this.#own = null;
    this.#shows = shows;
    host.addController(this);
    new MisuseController(host, this);
  }

  /** The `Auth` in use. */
  get auth(): Auth | undefined {
    return this.#auth;
  }

  /** Whether nothing gives the host an `Auth`, as far as is known yet. */
  get isAdrift(): boolean {
    return !this.#auth && this.#own === undefined && !this.#settings;
  }

  /** The screen of the flow that the host shows. */
  get shows(): Shows {
    return this.#shows();
  }

  /** The current state. */
  get state(): AuthState | undefined {
    return this.#auth?.getState();
  }

  /** What the nearest provider shares. */
  get settings(): AuthSettings {
    return this.#settings ?? defaultSettings();
  }

  /** An `Auth` that comes before all others; `null`: one that is still to come, so take no other. */
  set own(auth: Auth | null | undefined) {
    this.#own = auth;
    this.#bind();
  }

  hostConnected(): void {
    this.#stopSeeking = whenOffered(() => this.#seek());
    this.#seek();
  }

  hostDisconnected(): void {
    this.#stopSeeking?.();
    this.#stopListening?.();
    this.#settings = this.#stopListening = undefined;
    this.#release();
  }

  #seek(): void {
    this.host.dispatchEvent(new ContextRequestEvent(this.host, this.#listen));
    this.#bind();
  }

  readonly #listen = (settings: AuthSettings, stop: () => void): void => {
    if (stop !== this.#stopListening) this.#stopListening?.();
    this.#stopListening = stop;
    // Whenever a provider comes into the page, all elements ask again, most of them for what they have.
    if (settings === this.#settings) return;
    this.#settings = settings;
    this.#bind();
    this.host.requestUpdate();
  };

  #bind(): void {
    if (!this.host.isConnected) return;
    const { settings } = this;
    // The `Auth` may be the same, with another text.
    if (settings !== this.#bound) this.host.requestUpdate();
    this.#bound = settings;
    const auth = this.#own === null ? undefined : (this.#own ?? settings.auth);
    if (auth === this.#auth) return;
    this.#release();
    this.#auth = auth;
    if (auth && (this.#isProvider || !this.#settings || this.#own)) {
      this.#dispatcher = EventDispatcher.of(auth);
      this.#dispatcher.join(this.host, this.#isProvider);
    }
    this.#unsubscribe = auth?.subscribe(() => this.host.requestUpdate());
    this.host.requestUpdate();
  }

  #release(): void {
    this.#unsubscribe?.();
    this.#dispatcher?.leave(this.host);
    this.#unsubscribe = this.#dispatcher = this.#auth = undefined;
  }
}
