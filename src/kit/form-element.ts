import { html, nothing } from 'lit';
import type { CSSResult, PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ScreenName } from '../auth-state.js';
import type { AuthError } from '../cognito/errors.js';
import { detailStyles } from '../styles/details.styles.js';
import { frameStyles } from '../styles/frame.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import type { PlainKey } from '../text/text.js';
import { AuthConsumer } from './auth-consumer.js';
import type { ScreenContext } from './context/screen-context.js';
import type { ScreenFields } from './context/settings.js';
import { ClearSecretsOnLeaveController } from './controllers/clear-secrets-on-leave-controller.js';
import { SlowRequestController } from './controllers/slow-request-controller.js';
import type { Values } from './events/auth-events.js';
import { onFirstUse } from './events/on-first-use.js';
import { fieldTemplate } from './form/field-template.js';
import type { FieldView } from './form/field-template.js';
import { merge } from './form/fields.js';
import type { Field } from './form/fields.js';
import { FormFocus } from './form/form-focus.js';
import { alertTemplate, cancelTemplate, linkTemplate, phoneHint, submitTemplate } from './form/form-parts.js';
import { FormState } from './form/form-state.js';
import { formTemplate } from './form/form-template.js';
import type { FormValues } from './form/form-values.js';
import { frameTemplate } from './form/frame-template.js';
import { submissionOf } from './form/submission.js';
import type { SubmitOptions } from './form/submission.js';
import { LightContent } from './rendering/light-content.js';

/** What style sheets can ask of a form. */
export type FormStates = Readonly<Record<'active' | 'busy' | 'failed', boolean>>;

/**
 * A frame in the shadow root and a form among the children: its fields, its problems, its focus. The subclass
 * decides when it is shown, and what becomes of what is entered.
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
 * @cssstate active - The form is shown.
 * @cssstate busy - An answer is awaited.
 * @cssstate failed - The last request failed.
 * @fires {AuthSubmitEvent} auth-submit - The form is about to be sent. Cancelable.
 */
export abstract class FormElement extends AuthConsumer {
  static override styles: CSSResult[] = [tokens, frameStyles];

  /** Sheets for what stands among the children, besides the common one. */
  protected static readonly contentStyles: readonly CSSResult[] = [];
  /** The form, among the children. */
  protected readonly light = new LightContent(this, () => (this.#isShown ? this.renderContent() : nothing), [
    detailStyles,
    // The constructor of an element is its class.
    ...(this.constructor as typeof FormElement).contentStyles,
  ]);
  // Unguessable: injected markup could otherwise take over the labels, the descriptions and the button of the form.
  readonly #formId = `auth-${crypto.getRandomValues(new Uint32Array(4)).join('')}`;
  /** What this form lends to its controllers. */
  protected readonly context: ScreenContext = {
    text: () => this.words,
    state: () => (this.#isShown ? this.state : undefined),
    settings: () => this.settings,
    send: (event) => this.send(event),
    formId: this.#formId,
    input: (name) => this.light.input(`${this.#formId}-${name}`, name),
    say: (sentence) => this.say(sentence),
  };

  readonly #form = new FormState(this.context.input);
  readonly #slowRequest = new SlowRequestController(this, (stage) => {
    if (stage > 1) this.say(this.words.t('waiting'));
  });
  readonly #focus = new FormFocus(this, this.light, (sentence) => this.say(sentence));
  readonly #internals = this.attachInternals();
  #fields: readonly Field[] = [];
  #isShown = false;
  #hasArrived = false;

  /** Changes to the fields, by name: `{ password: { label: 'Passphrase' } }`. */
  @property({ attribute: false }) fields: ScreenFields | undefined;

  constructor() {
    super();
    new ClearSecretsOnLeaveController(this, () => this.#form.clearSecrets(this.#fields));
    onFirstUse(this, () => this.begin());
  }

  /** The name of the form, for the page: in events, and for changes to its fields. */
  protected abstract readonly screen: ScreenName;
  /** The key of the heading. */
  protected abstract readonly heading: PlainKey;
  /** The key of what the button says. Without one, there is nothing to submit. */
  protected readonly action: PlainKey | undefined;
  /** Whether the form begins with something to read, so that focus goes to the heading rather than to the first field. */
  protected readonly readsFirst: boolean = false;

  /** Whether the form is to be shown. */
  protected abstract get isActive(): boolean;
  /** Whether an answer is awaited. */
  protected abstract get isBusy(): boolean;
  /** Why the last request failed. */
  protected abstract get failure(): AuthError | undefined;
  /** Whether the user has come here from another form, rather than to a page that begins with this one. */
  protected abstract get hasMoved(): boolean;

  /** The user does not want to wait any longer. */
  protected abstract cancel(): void;

  /** Sends what the user has entered. */
  protected submit?(values: FormValues, options: SubmitOptions): void;

  /** The inputs, as they are without the page's wishes. */
  protected ownFields(): readonly Field[] {
    return [];
  }

  /** The sentence below the heading. */
  protected description(): unknown {
    return undefined;
  }

  /** What the heading says. */
  protected headline(): string {
    return this.words.t(this.heading);
  }

  /** What is announced when this form comes. */
  protected arrival(): string {
    return this.headline();
  }

  /** A field that the page adds by its name. */
  protected addedField(name: string): Field {
    return { name };
  }

  /** The user begins to use the form: called once. */
  protected begin(): void {
    this.auth?.prepare();
  }

  /** Sends without the form: what was chosen by a button. */
  protected choose(choice: string): void {
    if (!this.isBusy) this.#offer({ choice });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Not when it was only moved. A password does not outlive its form.
    queueMicrotask(() => {
      if (!this.isConnected) this.light.reset();
    });
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const isShown = this.isReady && this.isActive;
    this.#hasArrived = isShown && !this.#isShown;
    if (isShown !== this.#isShown) {
      this.#form.clear();
      this.light.reset();
    }
    this.#isShown = isShown;
    this.#slowRequest.busy = isShown && this.isBusy;
    this.#fields = isShown ? this.#mergedFields() : [];
    const error = isShown ? this.sayable(this.failure) : undefined;
    if (this.#form.fail(error, this.#fields, this.settings.errorMessage)) void this.#lead();
  }

  protected override render(): unknown {
    if (!this.#isShown) return nothing;
    return frameTemplate({
      lang: this.words.lang,
      level: this.settings.headingLevel ?? 2,
      headline: this.headline(),
      description: this.description(),
      regions: this.settings.announcer ? nothing : this.announcer.render(),
    });
  }

  protected override updated(): void {
    for (const [state, isOn] of Object.entries(this.states)) this.#internals.states[isOn ? 'add' : 'delete'](state);
    // Afterwards, since moving the focus may well change something.
    if (this.#hasArrived && this.hasMoved) queueMicrotask(() => this.#focus.arrive(this.arrival(), this.readsFirst));
  }

  /** What style sheets can ask of the host, by `:state()`. */
  protected get states(): FormStates {
    return { active: this.#isShown, busy: this.#isShown && this.isBusy, failed: this.#form.error !== undefined };
  }

  /** What stands among the children: a form, and the actions that belong to it. */
  protected renderContent(): unknown {
    const { words } = this;
    return formTemplate({
      id: this.#formId,
      lang: words.lang,
      label: this.headline(),
      busy: this.isBusy,
      submit: (event) => this.#submit(event),
      content: html`${this.renderAlert()} ${this.renderForm()}`,
      actions: html`${this.renderActions()}
      ${this.#slowRequest.stage > 0 ? cancelTemplate(words.t('cancel'), () => this.cancel()) : nothing}
      ${this.renderLinks()}`,
    });
  }

  /** The problem with the whole form. */
  protected renderAlert(): unknown {
    return alertTemplate(`${this.#formId}-alert`, this.#form.problems.of(this.words));
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
    return nothing;
  }

  /** A button that looks like a link. `goal`: the screen that it leads to. */
  protected link(key: PlainKey, follow: () => void, goal?: ScreenName): unknown {
    return linkTemplate(this.words.t(key), follow, goal);
  }

  /** One field. `extra`: what the subclass puts beside it. */
  protected renderField(field: Field, extra: Pick<FieldView, 'hint' | 'link'> = {}): unknown {
    const { name } = field;
    return fieldTemplate({
      link: extra.link,
      hint: extra.hint ?? phoneHint(field, `${this.#formId}-${name}-hint`, this.words),
      field,
      id: `${this.#formId}-${name}`,
      text: this.words,
      value: (name === 'username' && this.state?.username) || undefined,
      error: this.#form.problems.of(this.words, name),
      shown: this.#form.isReadable(name),
      describedBy: this.#form.blamed === name ? `${this.#formId}-alert` : undefined,
      edit: () => {
        this.#form.problems.clear(name);
        this.requestUpdate();
      },
      toggle: () => {
        this.#form.toggle(name);
        this.requestUpdate();
      },
    });
  }

  #mergedFields(): readonly Field[] {
    const changes = this.fields ?? this.settings.fields?.[this.screen];
    return merge(this.ownFields(), changes, (name) => this.addedField(name));
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.isBusy || !this.light.form) return;
    const values = this.#form.read(this.#fields);
    const by = event.submitter instanceof HTMLButtonElement && event.submitter.name ? event.submitter : undefined;
    if (values) this.#offer({ ...values, ...(by && { [by.name]: by.value }) });
    void this.#lead();
  }

  /** Asks the page whether values may be sent, and sends them. */
  #offer(values: Values): void {
    const submission = submissionOf(this, this.screen, values);
    if (submission) this.submit?.(submission.values, submission.options);
  }

  /** Leads the user to what is wrong, if anything is, once it is shown. */
  async #lead(): Promise<void> {
    // Not while the element is being updated: what is wrong is not there yet.
    await Promise.resolve();
    this.requestUpdate();
    await this.updateComplete;
    if (!this.#isShown) return;
    const { problems, blamed } = this.#form;
    const flawed = problems.firstFlawed(this.#fields);
    const problem = problems.of(this.words, flawed);
    if (!problem) return;
    this.say(problem, 'alert');
    this.#focus.toProblem(this.context.input(flawed ?? blamed ?? ''));
  }
}
