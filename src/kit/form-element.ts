import { html, nothing } from 'lit';
import type { CSSResult, PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ScreenName } from '../auth-state.js';
import type { AuthError } from '../cognito/errors.js';
import { frameStyles } from '../styles/frame.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import type { PlainKey } from '../text/text.js';
import { AuthConsumer } from './auth-consumer.js';
import type { ScreenContext } from './context/screen-context.js';
import type { ScreenFields } from './context/settings.js';
import { clearWhenGone } from './controllers/clear-when-gone.js';
import { SlowRequestController } from './controllers/slow-request-controller.js';
import { showStates } from './custom-states.js';
import type { Values } from './events/auth-events.js';
import { onFirstUse } from './events/on-first-use.js';
import { fieldTemplate } from './form/field-template.js';
import type { FieldView } from './form/field-template.js';
import type { Field } from './form/fields.js';
import type { FormPlace } from './form/focus.js';
import { alertTemplate, cancelTemplate, linkTemplate, submitTemplate } from './form/form-parts.js';
import type { Refusal } from './form/form-problems.js';
import { FormState } from './form/form-state.js';
import type { FormStates } from './form/form-state.js';
import { formTemplate } from './form/form-template.js';
import type { FormValues } from './form/form-values.js';
import { frameTemplate } from './form/frame-template.js';
import { lead } from './form/lead.js';
import { loadReader, withReader } from './form/load-reader.js';
import type { Reader } from './form/load-reader.js';
import { merge } from './form/merge-fields.js';
import type { SubmitOptions } from './form/submission.js';
import { wantsFocus } from './form/wants-focus.js';
import { LightContent } from './rendering/light-content.js';

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
  protected readonly light = new LightContent(
    this,
    () => (this.#isShown ? this.renderContent() : nothing),
    // The constructor of an element is its class.
    (this.constructor as typeof FormElement).contentStyles,
  );
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
    refuse: (refusals) => {
      this.#form.problems.refuse(refusals, this.#fields);
      void this.#lead();
    },
  };

  readonly #form = new FormState(this.context.input);
  readonly #slowRequest = new SlowRequestController(this, (what) =>
    this.say(this.words.t(what === 'loading' ? this.progress : what)),
  );
  readonly #place: FormPlace = { host: this, light: this.light, say: (...said) => this.say(...said) };
  readonly #internals = this.attachInternals();
  #fields: readonly Field[] = [];
  #isShown = false;
  /** Before the last update. */
  #wasShown = false;

  /** Changes to the fields, by name: `{ password: { label: 'Passphrase' } }`. */
  @property({ attribute: false }) fields: ScreenFields | undefined;

  constructor() {
    super();
    clearWhenGone(this, () => this.#form.clearSecrets(this.#fields));
    onFirstUse(this, () => this.begin());
  }

  /** The name of the form, for the page: in events, and for changes to its fields. */
  protected abstract readonly screen: ScreenName;
  /** The key of the heading. */
  protected abstract readonly heading: PlainKey;
  /** The key of what the button says. Without one, there is nothing to submit. */
  protected readonly action: PlainKey | undefined;
  /** The key of what is announced while an answer is awaited. */
  protected readonly progress: PlainKey = 'loading';
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

  /** Why what was entered is not sent, besides what is wrong with the value of a single field. */
  protected refusals?(): readonly Refusal[];

  /** The inputs, as they are without the page's wishes. */
  protected ownFields(): readonly Field[] {
    return [];
  }

  /** The page's wishes for the inputs, by their names. */
  protected get changes(): ScreenFields | undefined {
    return this.fields ?? this.settings.fields?.[this.screen];
  }

  /** The sentence below the heading. */
  protected description?(): unknown;

  /** What the heading says. */
  protected headline(): string {
    return this.words.t(this.heading);
  }

  /** What is announced before the headline, when this form comes. */
  protected news(): string {
    return '';
  }

  /** A field that the page adds by its name. */
  protected addedField(name: string): Field {
    return { name };
  }

  /** The user begins to use the form: called once. */
  protected begin(): void {
    this.auth?.prepare();
    // What keeps the reader from loading is told when the form is sent.
    withReader(({ hearPresses }) => hearPresses(this, this.light, (event) => this.#submit(event)));
  }

  /** The form was shown, and is not any more. */
  protected left?(): void;

  /** Sends what was chosen by a button. `interrupts`: also while an answer is awaited, which is given up. */
  protected choose(choice: string, interrupts = false): void {
    void this.#send(() => ({ choice }), interrupts);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#wasShown = this.#isShown;
    const isShown = (this.#isShown = this.isReady && this.isActive);
    if (isShown !== this.#wasShown) {
      this.#form.clear();
      this.light.reset();
    }
    this.#slowRequest.busy = isShown && this.isBusy;
    this.#fields = isShown ? merge(this.ownFields(), this.changes, (name) => this.addedField(name)) : [];
    void this.#form.prepare(this.#fields, this, this.context);
    const error = isShown ? this.sayable(this.failure) : undefined;
    if (this.#form.fail(error, this.#fields, this.explain, this.settings.loginMechanisms)) void this.#lead();
  }

  protected override render(): unknown {
    if (!this.#isShown) return undefined; // Falsy, for a subclass that shows something around it.
    const level = this.settings.headingLevel ?? 2;
    return frameTemplate({ words: this.words, level, headline: this.headline(), description: this.description?.() });
  }

  protected override updated(): void {
    showStates(this.#internals, this.states);
    if (this.#isShown === this.#wasShown) return;
    if (!this.#isShown) return this.left?.();
    if (!this.hasMoved && !wantsFocus(this)) return;
    const arrival = { news: this.news(), headline: this.headline(), readsFirst: this.readsFirst };
    withReader(({ arrive }) => void arrive(this.#place, arrival));
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
      words,
      busy: this.isBusy,
      submit: (event) => this.#submit(event),
      content: html`${this.renderAlert()} ${this.renderForm()}`,
      actions: html`${this.renderActions()}
      ${this.#slowRequest.isCancelable ? cancelTemplate(words.t('cancel'), () => this.cancel()) : nothing}
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
    const id = `${this.#formId}-${name}`;
    return fieldTemplate({
      field,
      id,
      text: this.words,
      autofocus: field === this.#fields[0] && wantsFocus(this),
      value: (name === 'username' && this.state?.username) || undefined,
      describedBy: this.#form.blamed === name ? `${this.#formId}-alert` : undefined,
      ...extra,
      ...this.#form.viewOf(field, this.words, id, () => this.requestUpdate()),
    });
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    void this.#send((reader) => {
      const values = this.#form.read(reader, this.#fields, () => this.refusals?.() ?? []);
      return values && { ...values, ...reader.pressedIn(event) };
    });
  }

  /** Asks the page whether values may be sent, and sends them. */
  async #send(valuesBy: (reader: Reader) => Values | undefined, interrupts = false): Promise<void> {
    const canSend = (): boolean => (interrupts || !this.isBusy) && this.light.form !== undefined;
    if (!canSend()) return;
    await this.#form.prepare(this.#fields, this, this.context);
    const reader = await loadReader().catch(() => undefined);
    // The form may have been sent, or left, while its reader was loaded.
    if (!canSend()) return;
    this.#form.clear();
    const values = reader && valuesBy(reader);
    const submission = values && reader.submissionOf(this, this.screen, values);
    this.context.refuse(reader ? (submission?.refusals ?? []) : [{ message: (text) => text.t('error.offline') }]);
    if (submission?.isWanted) this.submit?.(submission.values, submission.options);
  }

  /** Leads the user to what is wrong, if anything is, once it is shown. */
  async #lead(): Promise<void> {
    // Not while the element is being updated: what is wrong is not there yet.
    await Promise.resolve();
    this.requestUpdate();
    await this.updateComplete;
    const problem = this.#isShown ? this.#form.worst(this.#fields, this.words) : undefined;
    if (problem) lead(this.#place, problem);
  }
}
