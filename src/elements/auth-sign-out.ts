import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Auth } from '../auth.js';
import { AuthController } from '../kit/controllers/auth-controller.js';
import { WordsController } from '../kit/controllers/words-controller.js';
import { LightContent } from '../kit/rendering/light-content.js';
import { tokens } from '../styles/tokens.styles.js';
import { en } from '../text/en.js';

/**
 * A button that signs out. It is shown while a user is signed in.
 *
 * @slot - The button.
 */
export class AuthSignOut extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: inline-block;
        font: 400 var(--_size) / 1.5 var(--_font);
        --auth-button-height: 2.5rem;
      }
    `,
  ];

  readonly #controller = new AuthController(this, { shows: () => undefined });
  readonly #words = new WordsController(this, en);

  /** Signs out everywhere, not only in this browser. */
  @property({ type: Boolean }) global = false;

  /** For shared devices: also forgets who signed in by a passkey, and by which method: neither is suggested here any more. */
  @property({ type: Boolean }) forget = false;

  /** The `Auth` in use: set here, else that of the nearest provider, else the page's default. */
  @property({ attribute: false })
  get auth(): Auth | undefined {
    return this.#controller.auth;
  }
  set auth(auth: Auth | undefined) {
    this.#controller.own = auth;
  }

  constructor() {
    super();
    new LightContent(this, () => this.#renderButton());
  }

  protected override render(): unknown {
    return html`<slot></slot>`;
  }

  #renderButton(): unknown {
    const { auth } = this;
    const words = this.#words.use(this.#controller.settings.text);
    if (!words || !auth?.getState().user) return nothing;
    const signOut = () => auth.signOut({ global: this.global, forget: this.forget });
    return html`<button data-auth="button" type="button" lang=${words.lang} dir=${words.dir} @click=${signOut}>
      ${words.t('signed-in.sign-out')}
    </button>`;
  }
}
