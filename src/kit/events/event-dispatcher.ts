import { LOADING } from '../../auth-state.js';
import type { AuthState } from '../../auth-state.js';
import type { Auth } from '../../auth.js';
import type { AuthUser, CodeDelivery } from '../../client/step.js';
import type { AuthError } from '../../cognito/errors.js';
import {
  AuthCodeSentEvent,
  AuthErrorEvent,
  AuthScreenChangeEvent,
  AuthSignedInEvent,
  AuthSignedOutEvent,
} from './auth-events.js';

const deliveryOf = ({ step }: AuthState): CodeDelivery | undefined =>
  step && 'delivery' in step ? step.delivery : undefined;

/** Errors whose event was canceled. */
const silenced = new WeakSet<AuthError>();

/** The error of a moment, unless the page asked not to show it. What a person did not want to do after all is none. */
export const shownError = ({ error }: AuthState): AuthError | undefined =>
  error && error.code !== 'cancelled' && !silenced.has(error) ? error : undefined;

/** Tells the page the facts of one `Auth`, which are the differences of two moments. Each is told once, by one element. */
export class EventDispatcher {
  static readonly #all = new WeakMap<Auth, EventDispatcher>();
  readonly #auth: Auth;
  readonly #targets: EventTarget[] = [];
  #previous = LOADING;
  /** Who is signed in, as far as the page was told. */
  #user: AuthUser | undefined;
  #stop: (() => void) | undefined;
  #moved = false;

  private constructor(auth: Auth) {
    this.#auth = auth;
  }

  /** The dispatcher of an `Auth`. */
  static of(auth: Auth): EventDispatcher {
    let dispatcher = this.#all.get(auth);
    if (!dispatcher) this.#all.set(auth, (dispatcher = new EventDispatcher(auth)));
    return dispatcher;
  }

  /** Whether the person has come from one screen to another, rather than to a page that shows its first. */
  get moved(): boolean {
    return this.#moved;
  }

  /** The person goes on by their own wish, so whatever comes is not the first screen to them. */
  move(): void {
    this.#moved = true;
  }

  /** Events go to the element that joined last, so that the innermost one tells and those around it hear. */
  join(target: EventTarget): void {
    this.#targets.push(target);
    this.#stop ??= this.#auth.subscribe((state) => this.#tell(state));
  }

  leave(target: EventTarget): void {
    this.#targets.splice(this.#targets.indexOf(target), 1);
    if (this.#targets.length) return;
    this.#stop?.();
    this.#stop = undefined;
  }

  #tell(state: AuthState): void {
    const previous = this.#previous;
    this.#previous = state;
    const { screen, user, ended, error } = state;
    const before = previous.screen;
    const delivery = deliveryOf(state);
    const was = this.#user;
    // While a user is being signed out, the page is told nothing: it may be left on the event, and requests with it.
    if (user || screen !== 'loading') this.#user = user;

    if (screen !== before) this.#moved ||= before !== 'loading';
    if (was && !this.#user) this.#dispatch(new AuthSignedOutEvent(ended ?? 'user'));
    if (user && user.sub !== was?.sub) this.#dispatch(new AuthSignedInEvent(user));
    if (delivery && delivery !== deliveryOf(previous)) this.#dispatch(new AuthCodeSentEvent(delivery));
    if (screen !== before) this.#dispatch(new AuthScreenChangeEvent(screen, before));
    if (error && error !== previous.error && !this.#dispatch(new AuthErrorEvent(error, screen))) {
      silenced.add(error);
    }
  }

  #dispatch(event: Event): boolean {
    return this.#targets.at(-1)?.dispatchEvent(event) ?? true;
  }
}
