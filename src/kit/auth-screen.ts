import { html, nothing } from 'lit';
import type { CSSResult, PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Auth } from '../auth.js';
import type { AuthState } from '../auth-state.js';
import type { AuthError } from '../cognito/errors.js';
import type { AuthEvent, ScreenName } from '../machine/types.js';
import { frameStyles } from '../styles/frame.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import { signInWords } from '../text/en/sign-in.js';
import type { PlainKey, Text, Vocabulary } from '../text/text.js';
import { Announcer, shownError } from './announcer.js';
import { AuthController } from './auth-controller.js';
import { AuthElement } from './auth-element.js';
import { fieldTemplate } from './field-template.js';
import type { FieldView } from './field-template.js';
import { merge } from './fields.js';
import type { Field } from './fields.js';
import { firstEmpty, isFocusFree, retype } from './focus.js';
import { FormLoader } from './form-loader.js';
import { alertTemplate, phoneHint, submitTemplate } from './form-parts.js';
import type { SubmitOptions } from './form-state.js';
import { LightContent } from './light-content.js';
import { LiveRegions } from './live-regions.js';
import { inherit } from './settings.js';
import type { AuthSettings, ScreenFields } from './settings.js';
import type { Surroundings } from './surroundings.js';
import type { Answers } from './values.js';
import { WordsController } from './words-controller.js';

/** The links between screens that keep what was typed as user name. */
type LinkType = 'go.signIn' | 'go.signUp' | 'go.forgotPassword';

/**
 * What all screens have in common: a frame in the shadow root, a form among the children, and the moment at which they
 * are there: when the chart has come to the screen.
 *
 * @slot logo - Above the heading.
 * @slot header - Replaces the heading.
 * @slot description - Replaces the sentence below the heading.
 * @slot before-form - Above the form.
 * @slot before-submit - Between the fields and the button: a captcha, terms to accept.
 * @slot after-form - Below the form.
 * @slot footer - Below everything, for small print.
 * @csspart frame - The box around everything.
 * @csspart heading - The heading.
 * @csspart description - The sentence below the heading.
 * @csspart destination - Where a code went.
 * @csspart status - What only screen readers are told.
 * @cssstate active - The chart is at this screen.
 * @cssstate busy - An answer is awaited.
 * @cssstate failed - The last request failed.
 * @fires {AuthSubmitEvent} auth-submit - The form is about to be sent. Cancelable.
 */
export abstract class AuthScreen extends AuthElement {
  static override styles: CSSResult[] = [tokens, frameStyles];

  /** Sheets for what stands among the children, besides the common one. */
  protected static readonly contentStyles: readonly CSSResult[] = [];
  /** What the screen says where the vocabulary of the page lacks a sentence. */
  protected static readonly english: Vocabulary = signInWords;

  readonly #controller = new AuthController(this);
  readonly #regions = new LiveRegions(this);
  readonly #words = new WordsController(this, this.#class.english);
  /** The form, among the children. */
  protected readonly light = new LightContent(
    this,
    () => (this.#active ? this.renderContent() : nothing),
    this.#class.contentStyles,
  );
  // Unguessable: injected markup could otherwise take over the labels, the descriptions and the button of the form.
  readonly #formId = `auth-${crypto.getRandomValues(new Uint32Array(4)).join('')}`;
  /** What this screen lends to its controllers. */
  protected readonly surroundings: Surroundings = {
    text: () => this.words,
    state: () => (this.#active ? this.state : undefined),
    settings: () => this.settings,
    send: (event) => this.send(event),
    formId: this.#formId,
    input: (name) =>
      this.light
        .inForm<HTMLInputElement>('input')
        .find((input) => input.id === `${this.#formId}-${name}` || (input.checked && input.name === name)),
    say: (sentence) => this.say(sentence),
  };

  readonly #state = new FormLoader(this, {
    light: this.light,
    surroundings: this.surroundings,
    begin: () => void this.begin(),
    tire: () => this.say(this.words.t('waiting')),
  });
  readonly #internals = this.attachInternals();
  #fields: readonly Field[] = [];
  #active = false;
  #arrived = false;
  #error: AuthError | undefined;

  /** Changes to the fields, by name: `{ password: { label: 'Passphrase' } }`. */
  @property({ attribute: false }) fields: ScreenFields | undefined;

  /** The `Auth` in use: set here, else that of the nearest provider, else the page's default. */
  @property({ attribute: false })
  get auth(): Auth | undefined {
    return this.#controller.auth;
  }
  set auth(auth: Auth | undefined) {
    this.#controller.own = auth;
  }

  /** The screen of the chart that this element shows. */
  protected abstract readonly screen: ScreenName;
  /** The key of the heading. */
  protected abstract readonly heading: PlainKey;
  /** The key of what the button says. Without one, there is nothing to submit. */
  protected readonly action: PlainKey | undefined;
  /** Whether the screen begins with something to read, so that focus goes to the heading rather than to the first field. */
  protected readonly readsFirst: boolean = false;

  /** The inputs, as they are without the page's wishes. */
  protected ownFields(): readonly Field[] {
    return [];
  }

  /** The sentence below the heading. */
  protected description(): unknown {
    return undefined;
  }

  /** Whether it is the turn of this screen when the chart is at `screen`. */
  protected isAt(screen: ScreenName): boolean {
    return screen === this.screen;
  }

  /** What the heading says. */
  protected headline(): string {
    return this.words.t(this.heading);
  }

  /** What those hear who cannot see that this screen has come. */
  protected arrival(): string {
    return this.headline();
  }

  /** A field that the page adds by its name. */
  protected addedField(name: string): Field {
    return { name };
  }

  /** Tells the chart what the person has entered. */
  protected ask?(answers: Answers, options: SubmitOptions): void;

  /** The state of the moment. */
  protected get state(): AuthState | undefined {
    return this.#controller.state;
  }

  /** The words of the moment. */
  protected get words(): Text {
    const { words } = this.#words;
    if (!words) throw new Error('A screen speaks only while it has an Auth.');
    return words;
  }

  /** Why the last request failed. */
  protected get failure(): AuthError | undefined {
    const { state } = this;
    return state && shownError(state);
  }

  /** What was set here, and for the rest by the nearest provider. */
  protected get settings(): AuthSettings {
    return inherit(this.#controller.settings, this.own);
  }

  /** Whether an answer is awaited. */
  protected get isBusy(): boolean {
    return this.state?.isBusy ?? false;
  }

  /** Somebody begins to use the form: time to load what that needs, neither earlier nor later. */
  protected begin(): Promise<void> {
    return this.#state.use(() => undefined);
  }

  /** Whether the page wants something offered. */
  protected offers(feature: string): boolean {
    return !this.settings.hide?.includes(feature);
  }

  /** Tells the chart what happened. */
  protected send(event: AuthEvent): void {
    this.auth?.send(event);
  }

  /** Sends without the form: what was chosen by a button. */
  protected choose(choice: string): void {
    void this.#state.use((state) => {
      const asked = this.isBusy ? undefined : state.ask(this, { choice }, this.screen);
      if (asked) this.ask?.(asked.answers, asked.options);
    });
  }

  /** Says a sentence to those who cannot see the screen. */
  protected say(sentence: string, as?: 'status' | 'alert'): void {
    (this.settings.regions ?? this.#regions).say(sentence, as);
  }

  /** Follows a link, and takes along what was typed as user name. */
  protected go(type: LinkType): void {
    const typed = this.surroundings.input('username')?.value.trim();
    this.send({ type, username: typed || this.state?.username || '' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Not when it was only moved. A password does not outlive its form.
    queueMicrotask(() => {
      if (!this.isConnected) this.light.reset();
    });
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { state } = this;
    const words = state && this.#words.use(this.settings.text);
    const active = state !== undefined && words !== undefined && this.isAt(state.screen);
    this.#arrived = active && !this.#active && state.screen === this.screen;
    if (active !== this.#active) {
      this.#state.clear();
      this.light.reset();
    }
    this.#active = active;
    this.#state.busy = active && this.isBusy;
    this.#fields = active ? this.#mergedFields() : [];
    const error = active ? this.failure : undefined;
    const isNew = error !== this.#error;
    this.#error = error;
    if (!error && isNew) this.#state.clear();
    if (error && isNew) {
      const { errorMessage } = this.settings;
      void this.#state.use((state) => state.fail(error, this.#fields, errorMessage)).then(() => this.#fail());
    }
  }

  protected override render(): unknown {
    if (!this.#active) return nothing;
    const level = this.settings.headingLevel ?? 2;
    const description = this.description();
    return html`<section part="frame" lang=${this.words.lang}>
      <slot name="logo"></slot>
      <slot name="header">
        <h2 part="heading" aria-level=${level} tabindex="-1">${this.headline()}</h2>
      </slot>
      <slot name="description">${description && html`<p part="description">${description}</p>`}</slot>
      <slot name="before-form"></slot>
      <slot name="form"></slot>
      <slot name="before-submit"></slot>
      <slot name="actions"></slot>
      <slot name="after-form"></slot>
      <slot name="footer"></slot>
      ${this.settings.regions ? nothing : this.#regions.render()}
    </section>`;
  }

  protected override updated(): void {
    this.#show('active', this.#active);
    this.#show('busy', this.#active && this.isBusy);
    this.#show('failed', this.#error !== undefined);
    // Afterwards, since moving the focus may well change something.
    if (this.#arrived) queueMicrotask(() => this.#arrive());
  }

  /** What stands among the children: a form, and the actions that belong to it. */
  protected renderContent(): unknown {
    const { words } = this;
    return html`<form
        slot="form"
        data-auth="form"
        id=${this.#formId}
        method="post"
        novalidate
        lang=${words.lang}
        aria-label=${this.headline()}
        aria-busy=${this.isBusy ? 'true' : 'false'}
        @submit=${this.#submit}
      >
        ${this.renderAlert()} ${this.renderForm()}
      </form>
      <div slot="actions" data-auth="actions" lang=${words.lang}>
        ${this.renderActions()} ${this.#state.renderMore()} ${this.renderLinks()}
      </div>`;
  }

  /** What is wrong with the whole form. */
  protected renderAlert(): unknown {
    return alertTemplate(`${this.#formId}-alert`, this.#state.problem(this.words));
  }

  /** What is in the form. */
  protected renderForm(): unknown {
    return this.#fields.map((field) => this.renderField(field));
  }

  /** What can be done with the form. */
  protected renderActions(): unknown {
    return this.action ? submitTemplate(this.#formId, this.words.t(this.action), this.isBusy) : nothing;
  }

  /** What is below the actions. */
  protected renderLinks(): unknown {
    return html`<p data-auth="footer">${this.link('back', () => this.go('go.signIn'))}</p>`;
  }

  /** A button that looks like the link it is to a person: to another screen. */
  protected link(key: PlainKey, follow: () => void): unknown {
    return html`<button data-auth="link" type="button" @click=${follow}>${this.words.t(key)}</button>`;
  }

  /** One field. `extra`: what the screen puts beside it. */
  protected renderField(field: Field, extra: Pick<FieldView, 'hint' | 'link'> = {}): unknown {
    const { name } = field;
    return fieldTemplate({
      link: extra.link,
      hint: extra.hint ?? phoneHint(field, `${this.#formId}-${name}-hint`, this.words),
      field,
      id: `${this.#formId}-${name}`,
      text: this.words,
      value: (name === 'username' && this.state?.username) || undefined,
      error: this.#state.problem(this.words, name),
      shown: this.#state.isShown(name),
      describedBy: this.#blamed === name ? `${this.#formId}-alert` : undefined,
      edit: () => {
        this.#state.edited(name);
        this.requestUpdate();
      },
      toggle: () => void this.#state.use((state) => state.toggle(name)),
    });
  }

  /** The field that people try first when the whole form is refused. */
  get #blamed(): string | undefined {
    return this.#error?.code === 'credentials' ? 'password' : undefined;
  }

  #mergedFields(): readonly Field[] {
    const changes = this.fields ?? this.settings.fields?.[this.screen];
    return merge(this.ownFields(), changes, (name) => this.addedField(name));
  }

  /** What a subclass says of all its elements. */
  get #class(): typeof AuthScreen {
    // The constructor of an element is its class.
    return this.constructor as typeof AuthScreen;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const submitted = this.#state.use((state) => {
      if (this.isBusy || !this.light.form) return;
      const asked = state.submit(this, this.#fields, this.screen, event.submitter);
      if (asked) this.ask?.(asked.answers, asked.options);
    });
    void submitted.then(() => this.#fail());
  }

  #arrive(): void {
    if (!this.auth || !Announcer.of(this.auth).moved) return;
    // Focus goes past what stands below the heading, unless that is what the screen begins with.
    const passed = !this.readsFirst && this.renderRoot.querySelector('[part=description]')?.textContent.trim();
    this.say(passed ? `${this.arrival()}: ${passed}` : this.arrival());
    if (!isFocusFree(this)) return;
    const first = this.readsFirst ? undefined : firstEmpty(this.light);
    (first ?? this.renderRoot.querySelector<HTMLElement>('[part=heading]') ?? this).focus();
  }

  /** Leads a person to what is wrong, if anything is. */
  #fail(): void {
    if (!this.#active) return;
    const flawed = this.#state.firstFlawed(this.#fields);
    const problem = this.#state.problem(this.words, flawed);
    if (!problem) return;
    this.say(problem, 'alert');
    if (!isFocusFree(this)) return;
    if (!retype(this.surroundings.input(flawed ?? this.#blamed ?? '')))
      this.light.inForm('[data-auth=alert]')[0]?.focus();
  }

  #show(state: string, on: boolean): void {
    this.#internals.states[on ? 'add' : 'delete'](state);
  }
}
