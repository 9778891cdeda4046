import { html, nothing } from 'lit';
import type { CSSResult } from 'lit';
import type { Factor } from '../client/step.js';
import type { AuthError } from '../cognito/errors.js';
import type { ScreenName } from '../machine/types.js';
import { detailStyles } from '../styles/details.styles.js';
import type { Text } from '../text/text.js';
import { errorPlaces } from './error-places.js';
import { AuthSubmitEvent } from './events.js';
import type { Values } from './events.js';
import { Farewell } from './farewell.js';
import { labelOf } from './field-template.js';
import type { Field } from './fields.js';
import type { FormScreen, ScreenHost } from './form-screen.js';
import type { PasskeyEntry } from './passkey-entry.js';
import { Patience } from './patience.js';
import type { ErrorMessage } from './settings.js';
import { Answers, clean, flawOf, packed } from './values.js';
import type { Flaw } from './values.js';

/** Words of a page may be long, those of a Lambda function too. Characters. */
const LONGEST = 300;

const sayFlaw = (flaw: Flaw, field: Field) => (text: Text) =>
  flaw === 'field.missing' ? text.t(flaw, { label: labelOf(field, text) }) : text.t(flaw);

/** What the page's function says. One that fails says nothing. */
function wordsOf(message: ErrorMessage | undefined, error: AuthError): unknown {
  try {
    return message?.(error);
  } catch {
    return undefined;
  }
}

const sayError = (error: AuthError, message: ErrorMessage | undefined, hasSpaces: boolean) => (text: Text) => {
  const own = wordsOf(message, error);
  if (typeof own === 'string') return own.slice(0, LONGEST);
  const sentence = text.t(`error.${error.code}`);
  return error.code === 'credentials' && hasSpaces ? `${sentence} ${text.t('password.check-spaces')}` : sentence;
};

/** The name under which a problem of the whole form is kept. */
const FORM = '';

/** What a page adds to a request by its listener of `auth-submit`. */
export type SubmitOptions = Partial<Pick<AuthSubmitEvent, 'clientMetadata' | 'validationData'>> & {
  readonly response?: NonNullable<AuthSubmitEvent['response']>;
  /** The button by which the form was sent asks for this. */
  readonly preferred?: Factor;
};

/**
 * What happens in a form once somebody uses it; loaded when they begin to. Between two renderings it remembers what is
 * wrong with the form, and which passwords are readable, but no value of an input.
 */
export class FormState {
  readonly #problems = new Map<string, (text: Text) => string>();
  readonly #shown = new Set<string>();
  readonly #host: ScreenHost;
  readonly #screen: FormScreen;
  #hasSpaces = false;
  #passkeys: PasskeyEntry | undefined;
  #isLoadingPasskeys = false;
  /** How long somebody has waited. */
  readonly patience: Patience;

  constructor(host: ScreenHost, screen: FormScreen) {
    this.#host = host;
    this.#screen = screen;
    new Farewell(host);
    this.patience = new Patience(host, (stage) => {
      if (stage > 1) screen.tire();
    });
  }

  /** What is wrong with a field, or with the whole form. Said when asked, so in the language of the moment. */
  problem(text: Text, name = FORM): string | undefined {
    return this.#problems.get(name)?.(text);
  }

  /** The first field with a problem, in the order of the form. */
  firstFlawed(fields: readonly Field[]): string | undefined {
    return fields.find(({ name }) => this.#problems.has(name))?.name;
  }

  /** How all this looks. */
  get styles(): CSSResult {
    return detailStyles;
  }

  /** A passkey instead of the form, where there may be some; and the end of waiting, for those who have waited long. */
  renderMore(): unknown {
    const { auth } = this.#host;
    const cancel = () => auth?.send({ type: 'cancel' });
    const hasPasskeys = auth?.client.authFlow === 'USER_AUTH' && auth.getState().screen === 'sign-in';
    if (hasPasskeys && !this.#isLoadingPasskeys) void this.#loadPasskeys();
    const isLong = this.patience.stage > 0;
    const label = this.#screen.surroundings.text().t('cancel');
    return html`${this.#passkeys?.render()}
    ${isLong ? html`<p data-auth="footer"><button data-auth="link" type="button" @click=${cancel}>${label}</button></p>` : nothing}`;
  }

  /**
   * Reads the form and asks the page whether it may be sent. Undefined when the page says no, or something is wrong.
   *
   * @param by The button by which it is sent. One with the name `preferred` says which factor.
   */
  submit(
    host: HTMLElement,
    fields: readonly Field[],
    screen: ScreenName,
    by: HTMLElement | null,
  ): { readonly answers: Answers; readonly options: SubmitOptions } | undefined {
    const values = this.#read(fields);
    const preferred = by instanceof HTMLButtonElement && by.name === 'preferred' ? by.value : undefined;
    const asked = values && this.ask(host, { ...values, ...(preferred && { preferred }) }, screen);
    // Our own buttons say nothing but factors.
    return asked && preferred ? { ...asked, options: { ...asked.options, preferred: preferred as Factor } } : asked;
  }

  /** Asks the page whether values may be sent. */
  ask(
    host: HTMLElement,
    values: Values,
    screen: ScreenName,
  ): { readonly answers: Answers; readonly options: SubmitOptions } | undefined {
    const question = new AuthSubmitEvent(screen, values);
    if (!host.dispatchEvent(question)) return undefined;
    const { clientMetadata, validationData, response } = question;
    const isTold = Object.keys(clientMetadata).length > 0;
    const isValidated = Object.keys(validationData).length > 0;
    return {
      answers: new Answers(values),
      options: {
        ...(isTold && { clientMetadata }),
        ...(isValidated && { validationData }),
        ...(response && { response }),
      },
    };
  }

  /** Keeps an error at the field it is about. */
  fail(error: AuthError, fields: readonly Field[], message: ErrorMessage | undefined): void {
    const place = errorPlaces[error.code]?.find((name) => fields.some((field) => field.name === name)) ?? FORM;
    this.clear();
    this.#problems.set(place, sayError(error, message, this.#hasSpaces));
  }

  /** A field was edited: what was wrong with it is over. */
  edited(name: string): void {
    this.#problems.delete(name);
  }

  /** Whether a password is readable. */
  isShown(name: string): boolean {
    return this.#shown.has(name);
  }

  /** Shows a password, or masks it again. */
  toggle(name: string): void {
    if (!this.#shown.delete(name)) this.#shown.add(name);
  }

  /** Forgets the problems, and masks what was readable. */
  clear(): void {
    this.#problems.clear();
    this.#shown.clear();
  }

  /** From the inputs, since not everything that fills them in says so. */
  #read(fields: readonly Field[]): Values | undefined {
    this.clear();
    const values: Record<string, ReturnType<typeof packed>> = {};
    this.#hasSpaces = false;
    for (const field of fields) {
      // Not by `FormData`: an input that was injected into the page can be part of it, and come first.
      const value = clean(field, this.#screen.surroundings.input(field.name)?.value ?? '');
      const flaw = flawOf(field, value);
      if (flaw) this.#problems.set(field.name, sayFlaw(flaw, field));
      values[field.name] = packed(field, value);
      this.#hasSpaces ||= field.name === 'password' && value !== value.trim();
    }
    return this.#problems.size ? undefined : values;
  }

  async #loadPasskeys(): Promise<void> {
    this.#isLoadingPasskeys = true;
    // Without them, there is still the form.
    const module = await import('./passkey-entry.js').catch(() => undefined);
    this.#passkeys = module?.passkeyEntry(this.#host, this.#screen.surroundings);
  }
}
