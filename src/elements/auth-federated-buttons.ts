import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { AuthError } from '../cognito/errors.js';
import type { FederateInput } from '../client/auth-client.js';
import type { ProviderConfig, Providers } from '../config/provider-config.js';
import { AuthConsumer } from '../kit/auth-consumer.js';
import { CancellationController } from '../kit/controllers/cancellation-controller.js';
import { LastMethodController } from '../kit/controllers/last-method-controller.js';
import { EventDispatcher } from '../kit/events/event-dispatcher.js';
import { FormState } from '../kit/form/form-state.js';
import { submissionOf } from '../kit/form/submission.js';
import { drawGoogleButton, isGooglesOwn } from '../kit/google-button.js';
import { providerButton } from '../kit/provider-button.js';
import { badge } from '../kit/rendering/badge.js';
import { LightContent } from '../kit/rendering/light-content.js';
import { badgeStyles } from '../styles/badge.styles.js';
import { dividerStyles } from '../styles/divider.styles.js';
import { federatedButtonsStyles } from '../styles/federated-buttons.styles.js';
import { providerStyles } from '../styles/providers.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import { en } from '../text/en.js';

/** The screens that a user can leave for a provider. */
const SCREENS: readonly string[] = ['sign-in', 'sign-up'];

const configOf = (provider: Providers[number]): ProviderConfig =>
  typeof provider === 'string' ? { name: provider } : provider;

/** Google's own button, in a box. */
interface GoogleButton {
  readonly box: Element;
  /** Ends it: what it brings later is not told. */
  end: () => void;
}

/**
 * Buttons for other ways to sign in: Google, Facebook, Amazon, Apple, any provider of the user pool, and the sign-in pages
 * themselves. The forms to sign in and to sign up have them where the configuration names `providers`. Elsewhere on a page,
 * they are shown while the user is signing in or up.
 *
 * Elements below it with an attribute `provider` are shown instead of its own buttons: a click on one leaves for the
 * provider of that name, or, with `provider=""`, for the sign-in pages.
 *
 * @slot - Buttons of the page, each with the attribute `provider`.
 * @csspart providers - The box around the buttons of the page.
 * @csspart status - What only screen readers are told.
 * @fires {AuthSubmitEvent} auth-submit - The user is about to leave for a provider. Cancelable. `values.provider` is its name.
 */
export class AuthFederatedButtons extends AuthConsumer {
  static override styles = [tokens, federatedButtonsStyles];
  protected static override readonly english = en;

  readonly #cancellation = new CancellationController(this, {
    text: () => this.words,
    state: () => (this.#isShown ? this.state : undefined),
    say: (sentence) => this.say(sentence),
  });
  readonly #last = new LastMethodController(this, () => (this.#isShown ? this.auth : undefined));
  /** Without inputs: it remembers what went wrong. */
  readonly #form = new FormState(() => undefined);
  #isShown = false;
  #isBusy = false;
  /** The name of the provider whose button was pressed. */
  #pressed: string | undefined;
  #google: GoogleButton | undefined;
  /** Google's script did not come: a button of ours says so when it is pressed. */
  #lacksGoogle = false;
  /** What Google's own button has brought, if that was no login. */
  #googleError: AuthError | undefined;

  /** `stack`: below each other. `row`: beside each other, where there is room. `icons`: the marks alone. */
  @property({ reflect: true }) layout: 'stack' | 'row' | 'icons' = 'stack';
  /** Whether the line with the word “or” above the buttons is left out. */
  @property({ attribute: 'no-divider', type: Boolean }) noDivider = false;
  /** The buttons, in this order. Default: those of the configuration. A name alone is looked up there. */
  @property({ attribute: false }) providers: Providers | undefined;

  constructor() {
    super();
    const styles = [badgeStyles, dividerStyles, providerStyles];
    new LightContent(this, () => (this.#isShown ? this.#renderContent() : nothing), styles);
    this.addEventListener('click', (event) => {
      const pressed = event.target instanceof Element ? event.target.closest('[provider]') : null;
      if (!pressed || !this.contains(pressed)) return;
      event.preventDefault();
      this.#leave(this.#known(pressed.getAttribute('provider') ?? ''));
    });
    // What opens a window has to be there when the button is pressed.
    for (const type of ['pointerover', 'focusin']) this.addEventListener(type, ({ target }) => this.#prepare(target));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#google?.end();
    this.#google = undefined;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#isShown = this.isReady && SCREENS.includes(this.state?.screen ?? '');
    const isBusy = this.state?.isBusy ?? false;
    if (this.#isBusy && !isBusy) this.#pressed = undefined;
    this.#isBusy = isBusy;
    this.#tellError();
  }

  protected override render(): unknown {
    // A form keeps the place of the buttons by what is in here.
    if (!this.isReady) return html`<slot class="waiting"></slot>`;
    if (!this.#isShown) return nothing;
    return html`<slot name="divider"></slot>
      <div part="providers" role="group" aria-label=${this.words.t('federated.label')} ?hidden=${!this.#own.length}>
        <slot @slotchange=${() => this.requestUpdate()}></slot>
      </div>
      <slot name="providers"></slot>
      <slot name="messages"></slot>`;
  }

  protected override updated(): void {
    const isBusy = this.#isBusy;
    for (const button of this.#own) {
      button.ariaDisabled = isBusy ? 'true' : null;
      button.ariaBusy = isBusy && button.getAttribute('provider') === this.#pressed ? 'true' : null;
    }
    void this.#drawGoogle();
  }

  #renderContent(): unknown {
    const { words } = this;
    return html`${
      this.noDivider
        ? nothing
        : html`<p slot="divider" data-auth="divider" lang=${words.lang} dir=${words.dir}>${words.t('federated.or')}</p>`
    }
    ${this.#own.length ? nothing : this.#renderList()} ${this.#renderMessage()}`;
  }

  #renderList(): unknown {
    const { words, layout } = this;
    const busy = this.#isBusy;
    return html`<ul
      slot="providers"
      data-auth="providers"
      data-layout=${layout}
      role="list"
      lang=${words.lang}
      dir=${words.dir}
      aria-label=${words.t('federated.label')}
    >
      ${this.#list.map((provider) => {
        const view = {
          words,
          isIcon: layout === 'icons',
          busy,
          wasUsed: this.#last.wasProvider(provider.name),
          pressed: provider.name === this.#pressed,
          press: () => this.#leave(provider),
        };
        return isGooglesOwn(provider) && !this.#lacksGoogle
          ? html`<li data-auth>
              <div data-auth="google" ?inert=${busy}></div>
              ${view.wasUsed ? badge(words) : nothing}
            </li>`
          : html`<li data-auth>${providerButton(provider, view)}</li>`;
      })}
    </ul>`;
  }

  /** What came of it: an error only where no form shows it. */
  #renderMessage(): unknown {
    const problem = this.#form.problems.of(this.words);
    const content = problem ? html`<p data-auth="alert">${problem}</p>` : this.#cancellation.render();
    return content === nothing
      ? nothing
      : html`<div slot="messages" data-auth lang=${this.words.lang} dir=${this.words.dir}>${content}</div>`;
  }

  /** Takes over the error of the moment, and says a new one. */
  #tellError(): void {
    const { auth } = this;
    const isAlone = !this.closest('auth-sign-in, auth-sign-up');
    const shown = auth && this.#isShown && isAlone ? EventDispatcher.of(auth).shownError(auth.getState()) : undefined;
    if (this.#form.fail(this.sayable(shown ?? this.#googleError), [], this.explain)) this.#sayProblem();
  }

  #sayProblem(): void {
    const problem = this.#form.problems.of(this.words);
    if (problem) this.say(problem, 'alert');
    this.requestUpdate();
  }

  /** Draws Google's own button into its box. */
  async #drawGoogle(): Promise<void> {
    const box = this.querySelector<HTMLElement>('[data-auth=google]');
    const provider = this.#list.find(isGooglesOwn);
    if (box === (this.#google?.box ?? null)) return;
    this.#google?.end();
    this.#google = undefined;
    if (!box || provider?.clientId === undefined) return;
    let isOver = false;
    this.#google = { box, end: () => (isOver = true) };
    try {
      await drawGoogleButton(box, {
        provider: { ...provider, clientId: provider.clientId },
        scriptNonce: this.settings.scriptNonce,
        lang: this.words.lang,
        isIcon: this.layout === 'icons',
        tell: (answer) => {
          if (isOver) return;
          if ('login' in answer) this.#leave(provider, answer.login);
          else this.#googleError = answer.error;
          this.requestUpdate();
        },
      });
    } catch {
      this.#lacksGoogle = true;
      this.requestUpdate();
    }
  }

  /** Loads what a button needs at once when it is pressed. */
  #prepare(target: EventTarget | null): void {
    const near = target instanceof Element ? target.closest('[provider], [data-provider]') : null;
    const name = near?.getAttribute('provider') ?? near?.getAttribute('data-provider');
    if (!name || this.#known(name).clientId === undefined) return;
    void this.auth?.client.prepare({ provider: name });
  }

  /** @param login What Google's own button has brought. */
  #leave({ name, idpIdentifier }: ProviderConfig, login?: FederateInput['login']): void {
    const { state } = this;
    if (!state || !this.#isShown || state.isBusy) return;
    const submission = submissionOf(this, state.screen, { provider: name });
    this.#googleError = undefined;
    this.#form.clear();
    this.#form.problems.refuse(submission.refusals, []);
    this.#sayProblem();
    const { isWanted, options } = submission;
    if (!isWanted) return;
    this.#pressed = name;
    this.send({
      type: 'federate',
      ...(name && { provider: name }),
      ...(idpIdentifier && { idpIdentifier }),
      ...(login && { login }),
      ...(options.response && { response: options.response }),
    });
  }

  /** The buttons of the page. */
  get #own(): readonly Element[] {
    return [...this.querySelectorAll('[provider]')];
  }

  get #list(): readonly ProviderConfig[] {
    const providers = (this.providers ?? this.settings.providers ?? []).map(configOf);
    return providers.map((provider) => ({ ...this.#known(provider.name), ...provider }));
  }

  /** What the configuration says about a provider. */
  #known(name: string): ProviderConfig {
    return (this.settings.providers ?? []).map(configOf).find((known) => known.name === name) ?? { name };
  }
}
