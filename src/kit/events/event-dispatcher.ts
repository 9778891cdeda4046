import { LOADING } from '../../auth-state.js';
import type { AuthState } from '../../auth-state.js';
import type { Auth } from '../../auth.js';
import type { AuthUser, Redirected } from '../../client/step.js';
import type { AuthError } from '../../cognito/errors.js';
import { ownOf } from '../../cognito/own.js';
import { deliveryOf } from '../delivery-of.js';
import {
  AuthCodeSentEvent,
  AuthErrorEvent,
  AuthScreenChangeEvent,
  AuthSignedInEvent,
  AuthSignedOutEvent,
} from './auth-events.js';

/** What a redirect has brought to this page, unless it is over. */
const redirectOf = ({ step }: AuthState): Redirected => ownOf((step?.name === 'done' && ownOf(step).redirect) || {});

/** What has failed: a request, or a redirect while a user was signed in. */
const failureOf = (state: AuthState): AuthError | undefined => state.error ?? redirectOf(state).error;

/** Tells the page the facts of one `Auth`, which are the differences of two states. Each is dispatched once, by one element. */
export class EventDispatcher {
  static readonly #all = new WeakMap<Auth, EventDispatcher>();
  readonly #auth: Auth;
  readonly #targets: EventTarget[] = [];
  /** All that have joined, once. */
  readonly #welcomed = new WeakSet<EventTarget>();
  #previous = LOADING;
  /** The user who is signed in, as far as the page was told. */
  #user: AuthUser | undefined;
  #stop: (() => void) | undefined;
  #moved = false;
  /** The last error whose event was canceled. */
  #silenced: AuthError | undefined;

  private constructor(auth: Auth) {
    this.#auth = auth;
  }

  /** The dispatcher of an `Auth`. */
  static of(auth: Auth): EventDispatcher {
    let dispatcher = this.#all.get(auth);
    if (!dispatcher) this.#all.set(auth, (dispatcher = new EventDispatcher(auth)));
    return dispatcher;
  }

  /** Whether the user has come from one screen to another, rather than to a page that shows its first. */
  get moved(): boolean {
    return this.#moved;
  }

  /** The user goes on, so whatever comes is not the first screen. */
  move(): void {
    this.#moved = true;
  }

  /** The error to show: none where the page canceled its event, or where the user dismissed a dialog of the browser. */
  shownError({ error }: AuthState): AuthError | undefined {
    return error === this.#silenced || error?.code === 'cancelled' ? undefined : error;
  }

  /**
   * Events go to the element that joined last, so that the innermost one tells and those around it hear. A provider
   * that comes when all is told tells where things stand, once.
   */
  join(target: EventTarget, isProvider: boolean): void {
    const told = this.#previous;
    this.#targets.push(target);
    this.#stop ??= this.#auth.subscribe((state) => this.#tell(state));
    const { screen, user } = this.#previous;
    if (isProvider && told === this.#previous && screen !== 'loading' && !this.#welcomed.has(target)) {
      if (user) target.dispatchEvent(new AuthSignedInEvent(user));
      target.dispatchEvent(new AuthScreenChangeEvent(screen, 'loading'));
    }
    this.#welcomed.add(target);
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
    const { screen, user, ended } = state;
    const before = previous.screen;
    const delivery = deliveryOf(state.step);
    const failure = failureOf(state);
    const was = this.#user;
    // While a user is being signed out, the page is told nothing: it may be left on the event, and requests with it.
    if (user || screen !== 'loading') this.#user = user;

    if (screen !== before) this.#moved ||= before !== 'loading';
    if (was && !this.#user) this.#dispatch(new AuthSignedOutEvent(ended ?? 'user'));
    if (user && user.sub !== was?.sub) {
      this.#dispatch(new AuthSignedInEvent(user, redirectOf(state).customState));
    }
    if (delivery && delivery !== deliveryOf(previous.step)) this.#dispatch(new AuthCodeSentEvent(delivery));
    if (screen !== before) this.#dispatch(new AuthScreenChangeEvent(screen, before));
    if (failure && failure !== failureOf(previous) && !this.#dispatch(new AuthErrorEvent(failure, screen))) {
      this.#silenced = failure;
    }
  }

  #dispatch(event: Event): boolean {
    return this.#targets.at(-1)?.dispatchEvent(event) ?? true;
  }
}
