import { html, nothing } from 'lit';
import type { PropertyValues, ReactiveElement } from 'lit';
import { property } from 'lit/decorators.js';
import { LOADING } from '../auth-state.js';
import type { ScreenName } from '../auth-state.js';
import type { Auth } from '../auth.js';
import { SlowRequestController } from '../kit/controllers/slow-request-controller.js';
import { EventDispatcher } from '../kit/events/event-dispatcher.js';
import { withReader } from '../kit/form/load-reader.js';
import type { Shows } from '../kit/misuse/subject.js';
import { ProviderElement } from '../kit/provider-element.js';
import { announce } from '../kit/rendering/announce.js';
import { LightContent } from '../kit/rendering/light-content.js';
import type { Urgency } from '../kit/rendering/live-announcer.js';
import { authenticatorStyles } from '../styles/authenticator.styles.js';
import { frameStyles } from '../styles/frame.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import type { PlainKey } from '../text/text.js';
import { whenIdle } from '../when-idle.js';
import type { Presence } from './presence.js';

/** The tags of this package. */
type Tag = Extract<keyof HTMLElementTagNameMap, `auth-${string}`>;

/** The tag that shows a screen. A screen without one does not compile. */
const tagOf = (screen: Exclude<ScreenName, 'loading'>): Tag =>
  screen === 'signed-in' ? 'auth-greetings' : `auth-${screen}`;

/** A new element for each arrival: nothing of the last visit is left in it. */
function createScreen(tag: Tag): HTMLElement {
  const screen = Object.assign(document.createElement(tag), { slot: 'screen' });
  screen.dataset['auth'] = 'host';
  return screen;
}

/** How an element is defined, when it is not yet. */
export type ElementLoaders = Readonly<Partial<Record<Tag, () => Promise<unknown>>>>;

/**
 * The whole sign-in: shows the screen that the flow has reached, and the app to users who are signed in.
 *
 * A child with the name of a screen as `slot` is shown instead of that screen. A child with the attribute `auth-states` is
 * shown in these states alone: names of screens, or words of the guides (`auth-states="signIn signUp"`). It is hidden
 * otherwise, not protected.
 *
 * @slot - The app: shown to users who are signed in. Before, it is hidden, not protected; the content of a `<template>` is not
 * in the DOM. Templates may come, change and leave at any time.
 * @slot logo - Above the screens.
 * @slot header - Below the logo.
 * @slot footer - Below the screens.
 * @slot states - Children with `auth-states`. Those without a slot come here by themselves.
 * @slot loading - While the session is being restored, and during sign-out.
 * @slot sign-in - Instead of the form to sign in.
 * @slot sign-up - Instead of the form for a new account.
 * @slot confirm-sign-up - Instead of the question for the code, or link, of a new account.
 * @slot confirm-sign-in - Instead of the question for a code.
 * @slot select-factor - Instead of the choice how to sign in.
 * @slot select-mfa-type - Instead of the choice of a second factor.
 * @slot email-setup - Instead of the question where codes go to.
 * @slot custom-challenge - Instead of the question of a Lambda function.
 * @slot totp-setup - Instead of the set-up of an authenticator app.
 * @slot new-password - Instead of the question for a password in the place of a temporary one.
 * @slot forgot-password - Instead of the question whose password was forgotten.
 * @slot reset-password - Instead of the question for the code and a new password.
 * @slot remember-device - Instead of the question whether this device is to be trusted.
 * @slot verify-contact - Instead of the question for a contact to verify.
 * @slot passkey-prompt - Instead of the offer of a passkey.
 * @slot unsupported - Instead of the words about a challenge that is new to this version.
 * @slot signed-in - Instead of the greetings.
 * @csspart frame - The box around the screens.
 * @csspart spinner - Turns while something is awaited.
 * @csspart button - Tries again to load a screen; ends a long wait.
 * @csspart alert - What keeps the element from working.
 * @csspart status - What only screen readers are told.
 */
export class AuthAuthenticator extends ProviderElement {
  static override styles = [tokens, frameStyles, authenticatorStyles];

  /** How the elements of screens are defined when they are needed. Set by the module that defines this element. */
  static loaders: ElementLoaders = {};
  /** What a page is told of the user of an `Auth`, as `authData`. Default: who is signed in. */
  static authDataOf: (auth: Auth) => unknown = (auth) => auth.getState().user;

  /**
   * Whether the element has no screens and no greetings of its own: all children stand in the page, and each shows itself
   * when it is its turn.
   */
  @property({ attribute: 'hide-default', type: Boolean }) hideDefault = false;
  /**
   * Called by the element with the first state and each other one, in the words of the guides (`signIn`, `confirmSignUp`,
   * `signedIn`), and with `authData`.
   */
  @property({ attribute: false }) onStateChange: ((state: string, data: unknown) => void) | undefined;

  readonly #slowRequest = new SlowRequestController(this, (what) => this.#say(what));
  #element: HTMLElement | undefined;
  #screen: ScreenName = 'loading';
  /** The first screen besides `loading`. */
  #began: ScreenName = 'loading';
  /** Whether what the screen needs could not be loaded. */
  #isMissing = false;
  #presence: Presence | undefined;
  #stopWaiting = (): void => undefined;

  constructor() {
    super();
    new LightContent(this, () => this.#element ?? nothing);
  }

  /**
   * The state in the words of the guides; undefined before the first screen is drawn. Set it to lead the user to `signIn`,
   * `signUp`, `forgotPassword`, or `TOTPSetup`, in any spelling. To other states, only Cognito leads.
   */
  get authState(): string | undefined {
    return this.#presence?.authState;
  }
  set authState(word: string | undefined) {
    if (word) void this.#accompany().then((presence) => presence.lead(word));
  }

  /** The user who is signed in, for display. */
  get authData(): unknown {
    return this.auth && AuthAuthenticator.authDataOf(this.auth);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Whatever keeps it from loading is told when it is needed.
    if (!this.#presence) this.#stopWaiting = whenIdle(() => void this.#accompany().catch(() => undefined));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWaiting();
  }

  protected override get shows(): Shows {
    return 'any';
  }

  protected override get speaker(): ReactiveElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { screen } = this.state ?? LOADING;
    this.#slowRequest.busy = screen === 'loading' && !this.problem;
    const tag = this.#tagFor(screen);
    if (screen !== this.#screen || !tag !== !this.#element) {
      this.#screen = screen;
      if (this.#began === 'loading') this.#began = screen;
      this.#element = tag && createScreen(tag);
      void this.#load(tag);
    }
  }

  protected override render(): unknown {
    const screen = this.#screen;
    const isSignedIn = screen === 'signed-in';
    const isBare = screen === 'loading' ? this.hideDefault && !this.problem : !this.#element && !this.#isMissing;
    const isEmpty = isBare && !this.#isReplaced(screen);
    const isOpen = isSignedIn || this.hideDefault;
    const isBar = isSignedIn && this.#hasApp();
    return html`<div part="frame" class=${isBar ? 'bar' : ''} lang=${this.words?.lang ?? nothing} ?hidden=${isEmpty}>
        <slot name="logo" ?hidden=${isBar}></slot>
        <slot name="header" ?hidden=${isBar}></slot>
        <slot class="screen" name="screen"></slot>
        <slot class="screen" name=${screen} @slotchange=${() => this.requestUpdate()}>${this.#renderWaiting()}</slot>
        <slot name="footer" ?hidden=${isBar}></slot>
      </div>
      <slot name="states" ?hidden=${!this.#presence}></slot>
      <slot ?hidden=${!isOpen || (!this.#presence && this.#hasStates)}></slot>`;
  }

  protected override updated(): void {
    this.#presence?.follow(this.state ?? LOADING, this.#element);
  }

  #renderWaiting(): unknown {
    const { auth, words } = this;
    if (words && this.#isMissing) {
      return html`<p part="alert" dir=${words.dir}>${words.t('error.offline')}</p>
        <button part="button" type="button" @click=${() => this.#load(this.#tagFor(this.#screen))}>
          ${words.t('retry')}
        </button>`;
    }
    if (this.problem || (this.isAdrift && this.#slowRequest.isCancelable))
      return html`<p part="alert">${words?.t('error.configuration')}</p>`;
    if (this.#element?.matches(':defined')) return nothing;
    const cancel = () => {
      if (auth) EventDispatcher.of(auth).move();
      auth?.send({ type: 'cancel' });
    };
    return html`<div part="spinner" role="img" aria-label=${words?.t('loading') ?? nothing}></div>
      ${
        words && this.#slowRequest.isCancelable
          ? html`<button part="button" type="button" @click=${cancel}>${words.t('cancel')}</button>`
          : nothing
      }`;
  }

  #say(key: PlainKey, as?: Urgency): void {
    const { words } = this;
    if (words) announce(this, words.t(key), words, as);
  }

  /** The element of ours that shows a screen, if one does. */
  #tagFor(screen: ScreenName): Tag | undefined {
    const isHidden = screen === 'loading' || this.hideDefault || this.#hides(screen) || this.#isReplaced(screen);
    return isHidden ? undefined : tagOf(screen);
  }

  /** Whether the page says so by `hide`. What Cognito demands of a user is not hidden by the word for its offer. */
  #hides(screen: ScreenName): boolean {
    const { hide = [] } = this.own;
    return hide.includes(screen === 'signed-in' ? 'greetings' : screen) && screen !== 'totp-setup';
  }

  get #hasStates(): boolean {
    return this.querySelector(':scope > [auth-states]') !== null;
  }

  #isReplaced(screen: ScreenName): boolean {
    return [...this.children].some((child) => child.slot === screen);
  }

  #hasApp(): boolean {
    return [...this.children].some((child) => !child.slot);
  }

  /** Loads a screen that may be next. If that fails, it is loaded when it is reached. */
  #expect(screen: ScreenName): void {
    const tag = this.#tagFor(screen);
    if (tag) void AuthAuthenticator.loaders[tag]?.().catch(() => undefined);
  }

  /** Loads what the screen needs: the element of ours that shows it, and what tells the page or shows what is of the page. */
  async #load(tag: Tag | undefined): Promise<void> {
    const screen = this.#screen;
    this.#isMissing = false;
    try {
      if (tag) await AuthAuthenticator.loaders[tag]?.();
      if (this.state?.user || this.#hasStates || this.onStateChange) await this.#accompany();
    } catch {
      // Another screen may have come meanwhile.
      if (screen !== this.#screen) return;
      this.#isMissing = true;
      this.#say('error.offline', 'alert');
    }
    this.requestUpdate();
  }

  async #accompany(): Promise<Presence> {
    const { Presence } = await import('./presence.js');
    this.requestUpdate();
    return (this.#presence ??= new Presence(this, this.#began, {
      expect: (screen) => this.#expect(screen),
      greet: (state) => {
        const { words } = this;
        if (words) withReader(({ greet }) => void greet(this, words, state));
      },
      omits: (screen) => this.#hides(screen) && !this.#isReplaced(screen),
    }));
  }
}
