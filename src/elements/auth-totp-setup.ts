import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Secret } from '../cognito/secret.js';
import { groupedKey, isTotpKey, otpauthUri } from '../cognito/totp.js';
import { AuthScreen } from '../kit/auth-screen.js';
import { ClearSecretsOnLeaveController } from '../kit/controllers/clear-secrets-on-leave-controller.js';
import { ExpiryController } from '../kit/controllers/expiry-controller.js';
import { fields } from '../kit/form/fields.js';
import type { FormValues } from '../kit/form/form-values.js';
import { anotherWay } from '../kit/form/other-ways.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { accountName } from '../kit/rendering/account-name.js';
import { QrCode } from '../kit/rendering/qr-code.js';
import { authenticatorAppStyles } from '../styles/authenticator-app.styles.js';
import { en } from '../text/en.js';

/**
 * Enrolls an authenticator app: by a QR code, by a link on the device that has the app, or by typing the key.
 *
 * @cssprop [--auth-qr-size=11rem] - Width of the QR code.
 */
export class AuthTotpSetup extends AuthScreen {
  static override readonly contentStyles = [authenticatorAppStyles];
  static override readonly english = en;

  protected readonly screen = 'totp-setup';
  protected readonly heading = 'totp-setup.heading';
  protected override readonly action = 'totp-setup.submit';
  protected override readonly readsFirst = true;

  /** What the authenticator app calls this site. Default: the host name of the page. */
  @property() issuer: string | undefined;

  readonly #qr = new QrCode(this);
  readonly #expiry = new ExpiryController(this, this.context);
  /** The key that was shown last, and whether it took the place of another one on this screen. */
  #shown: Secret | undefined;
  #isAnother = false;
  /** The key that has been copied. */
  #copied: Secret | undefined;

  constructor() {
    super();
    new ClearSecretsOnLeaveController(this, () => this.#leave());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const secret = this.#secret;
    if (secret === this.#shown) return;
    this.#isAnother = secret !== undefined && this.#shown !== undefined;
    this.#shown = secret;
    if (this.#isAnother) this.say(this.words.t('totp-setup.another'));
  }

  protected override ownFields() {
    return [fields.code];
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    const deviceName = values.plain('device-name');
    this.send({
      type: 'totpSetup.submit',
      answer: values.secret('code'),
      ...(deviceName && { deviceName }),
      ...options,
    });
  }

  protected override description(): unknown {
    return this.words.t('totp-setup.scan');
  }

  /** The key is still being requested when a user who is signed in comes here. */
  protected override renderContent(): unknown {
    if (this.#secret) return super.renderContent();
    return html`<p slot="form" data-auth="footer"><span data-auth="spinner"></span>${this.words.t('loading')}</p>`;
  }

  protected override renderForm(): unknown {
    const { words } = this;
    const key = this.#secret?.reveal() ?? '';
    const another = html`<p data-auth="status">${words.t('totp-setup.another')}</p>`;
    return html`${this.#isAnother ? another : nothing} ${this.#expiry.render()}
      ${isTotpKey(key) ? this.#renderLink(key) : nothing}
      <details data-auth="manual">
        <summary data-auth>${words.t('totp-setup.manual')}</summary>
        <p data-auth>${words.t('totp-setup.secret')}</p>
        <div data-auth="secret">
          <code data-auth translate="no">${groupedKey(key)}</code>
          <button data-auth="link copy" type="button" @click=${() => this.#copy(key)}>${words.t('copy.action')}</button>
          ${this.#copied === this.#secret ? html`<span data-auth="hint">${words.t('copy.done')}</span>` : nothing}
        </div>
      </details>
      ${super.renderForm()}`;
  }

  protected override renderLinks(): unknown {
    const { user, step } = this.state ?? {};
    if (user) return html`<p data-auth="footer">${this.link('not-now', () => this.#leave())}</p>`;
    const startAgain = () => this.send({ type: 'challenge.startAgain', another: true });
    return html`${anotherWay(step, () => this.link('another-way', startAgain))} ${super.renderLinks()}`;
  }

  /** Back to where the user came from. The key is not shown again. */
  #leave(): void {
    if (this.isActive) this.send({ type: this.state?.user ? 'go.signedIn' : 'go.signIn' });
  }

  get #secret(): Secret | undefined {
    const step = this.state?.step;
    return step?.name === 'totpSetup' ? step.secret : undefined;
  }

  #renderLink(key: string): unknown {
    const { words, state } = this;
    const issuer = this.issuer ?? location.hostname;
    const account = state?.user ? accountName(state.user) : (state?.username ?? '');
    const uri = otpauthUri({ issuer, account, key });
    return html`${this.#qr.render(uri, words.t('totp-setup.qr', { issuer, account }))}
      <a data-auth="button" href=${uri}>${words.t('totp-setup.open')}</a>`;
  }

  async #copy(key: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(key);
      this.#copied = this.#secret;
      this.requestUpdate();
      this.say(this.words.t('copy.done'));
    } catch {
      // Not allowed, or not a page of HTTPS: then it is ready to be copied by hand.
      const [code] = this.light.inForm('[data-auth=secret] > code');
      if (code) getSelection()?.selectAllChildren(code);
    }
  }
}
