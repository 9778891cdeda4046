import { css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { LOADING } from '../auth-state.js';
import type { ScreenName } from '../auth-state.js';
import { SlowRequestController } from '../kit/controllers/slow-request-controller.js';
import { EventDispatcher } from '../kit/events/event-dispatcher.js';
import { onApproach } from '../kit/events/on-approach.js';
import { onFirstUse } from '../kit/events/on-first-use.js';
import type { Shows } from '../kit/misuse/subject.js';
import { ProviderElement } from '../kit/provider-element.js';
import { LightContent } from '../kit/rendering/light-content.js';
import { TemplateStamp } from '../kit/rendering/template-stamp.js';
import { frameStyles } from '../styles/frame.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import { nextScreens } from './next-screens.js';

/** The tags of this package. */
type Tag = Extract<keyof HTMLElementTagNameMap, `auth-${string}`>;

/** The tag that shows a screen. A screen without one does not compile. */
const tagOf = (screen: Exclude<ScreenName, 'loading'>): Tag =>
  screen === 'signed-in' ? 'auth-greetings' : `auth-${screen}`;

const isScreen = (name: string): name is ScreenName => Object.hasOwn(nextScreens, name);

/** How an element is defined, when it is not yet. */
export type ElementLoaders = Readonly<Partial<Record<Tag, () => Promise<unknown>>>>;

/**
 * The whole sign-in: shows the screen that the flow has reached, and the app to users who are signed in.
 *
 * A child with the name of a screen as `slot` is shown instead of that screen.
 *
 * @slot - The app: shown to users who are signed in. Before, it is hidden, not protected; in a `<template>`, it is not in the DOM.
 * @slot logo - Above the screens.
 * @slot header - Below the logo.
 * @slot footer - Below the screens.
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
  static override styles = [
    tokens,
    frameStyles,
    css`
      :host {
        display: block;
      }
      [part='frame'][hidden] {
        display: none;
      }
      /* The box is here, so the screens in it have none. */
      .screen {
        --auth-frame-background: none;
        --auth-frame-border: 0;
        --auth-frame-padding: 0;
        --auth-shadow: none;
      }
      .bar {
        max-inline-size: none;
        padding: calc(var(--_space) * 0.75) var(--_space);
        margin-block-end: var(--_space);
        box-shadow: none;
      }
      .bar > .screen {
        --auth-width: 100%;
      }
      [part='alert'] {
        margin: 0;
        color: var(--_danger);
      }
      ::slotted([slot='logo']) {
        justify-self: start;
        max-inline-size: 100%;
      }
      ::slotted([slot='footer']) {
        color: var(--_muted);
        font-size: 0.875em;
        text-align: center;
      }
      [part='button'] {
        justify-self: center;
        padding: 0;
        border: 0;
        color: var(--_link);
        background: none;
        font: inherit;
        font-weight: 500;
        text-decoration: underline;
        cursor: pointer;
      }
      [part='spinner'] {
        justify-self: center;
        inline-size: 1.5rem;
        aspect-ratio: 1;
        margin: calc(var(--_space) * 4);
        border: 2px solid var(--_muted);
        /* Nothing is transparent in forced colors: dots show that it turns. */
        border-inline-end: 2px dotted transparent;
        border-radius: 50%;
        animation:
          appear 0s 0.15s backwards,
          spin 0.8s linear infinite;
      }
      @media (prefers-reduced-motion) {
        [part='spinner'] {
          animation-duration: 0s, 4s;
        }
      }
      [part='spinner'] + [part='button'] {
        margin-block-start: calc(var(--_space) * -4);
      }
      @keyframes appear {
        from {
          visibility: hidden;
        }
      }
      @keyframes spin {
        to {
          rotate: 1turn;
        }
      }
    `,
  ];

  /** How the elements of screens are defined when they are needed. Set by the module that defines this element. */
  static loaders: ElementLoaders = {};

  readonly #app = new TemplateStamp(this);
  readonly #slowRequest = new SlowRequestController(this, (stage) => {
    if (stage > 1) this.announcer.say(this.words?.t('waiting') ?? '');
  });
  #element: HTMLElement | undefined;
  #screen: ScreenName = 'loading';
  #missing: Tag | undefined;

  constructor() {
    super();
    new LightContent(this, () => this.#element ?? nothing);
    onApproach(this, (goal) => {
      if (isScreen(goal)) this.#expect(goal);
    });
  }

  protected override get shows(): Shows {
    return 'any';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { screen } = this.state ?? LOADING;
    this.#slowRequest.busy = screen === 'loading' && !this.problem;
    const tag = this.#tagFor(screen);
    if (screen !== this.#screen || !tag !== !this.#element) {
      this.#screen = screen;
      this.#missing = undefined;
      // A new element for each arrival: nothing of the last visit is left in it.
      this.#element = tag && Object.assign(document.createElement(tag), { slot: 'screen' });
      if (tag) void this.#load(tag);
      if (this.#element) onFirstUse(this.#element, () => nextScreens[screen].forEach((next) => this.#expect(next)));
    }
  }

  protected override render(): unknown {
    const screen = this.#screen;
    const isSignedIn = screen === 'signed-in';
    const isEmpty = isSignedIn && !this.#element && !this.#isReplaced(screen);
    const isBar = isSignedIn && this.#hasApp();
    return html`<div part="frame" class=${isBar ? 'bar' : ''} ?hidden=${isEmpty}>
        <slot name="logo" ?hidden=${isBar}></slot>
        <slot name="header" ?hidden=${isBar}></slot>
        <slot class="screen" name="screen"></slot>
        <slot class="screen" name=${screen} @slotchange=${() => this.requestUpdate()}>${this.#renderWaiting()}</slot>
        <slot name="footer" ?hidden=${isBar}></slot>
      </div>
      <slot ?hidden=${!isSignedIn}></slot>
      ${this.announcer.render()}`;
  }

  protected override updated(): void {
    this.#app.present = this.state?.user !== undefined;
  }

  #renderWaiting(): unknown {
    const { auth, words } = this;
    const missing = this.#missing;
    if (words && missing) {
      return html`<p part="alert">${words.t('error.offline')}</p>
        <button part="button" type="button" @click=${() => this.#load(missing)}>${words.t('retry')}</button>`;
    }
    if (this.problem || (this.isAdrift && this.#slowRequest.stage))
      return html`<p part="alert">${words?.t('error.configuration')}</p>`;
    if (this.#element?.matches(':defined')) return nothing;
    const cancel = () => {
      if (auth) EventDispatcher.of(auth).move();
      auth?.send({ type: 'cancel' });
    };
    return html`<div part="spinner"></div>
      ${
        words && this.#slowRequest.stage
          ? html`<button part="button" type="button" @click=${cancel}>${words.t('cancel')}</button>`
          : nothing
      }`;
  }

  /** The element of ours that shows a screen, if one does. */
  #tagFor(screen: ScreenName): Tag | undefined {
    const isHidden = screen === 'signed-in' && this.hide?.includes('greetings');
    return screen === 'loading' || isHidden || this.#isReplaced(screen) ? undefined : tagOf(screen);
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

  async #load(tag: Tag): Promise<void> {
    this.#missing = undefined;
    try {
      await AuthAuthenticator.loaders[tag]?.();
    } catch {
      // Another screen may have come meanwhile.
      if (this.#element?.localName !== tag) return;
      this.#missing = tag;
      this.announcer.say(this.words?.t('error.offline') ?? '', 'alert');
    }
    this.requestUpdate();
  }
}
