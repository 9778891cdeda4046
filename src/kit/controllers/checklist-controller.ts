import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Text } from '../../text/text.js';
import type { ScreenContext } from '../context/screen-context.js';
import type { FieldView } from '../form/field-template.js';
import { confirmPassword } from '../form/added-field.js';
import type { Field } from '../form/fields.js';
import type { Refusal } from '../form/form-problems.js';
import { defaultPolicy } from '../form/password-policy.js';
import type { PasswordPolicy } from '../form/password-policy.js';

type Rule = keyof PasswordPolicy;

const RULES: Readonly<Record<Rule, (password: string, policy: PasswordPolicy) => boolean>> = {
  length: (password, { length }) => password.length >= length,
  lower: (password) => /[a-z]/.test(password),
  upper: (password) => /[A-Z]/.test(password),
  digit: (password) => /[0-9]/.test(password),
  symbol: (password) => /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|\S \S/.test(password),
};

/** How long a pause in typing has to be before the rules that are left are announced. Milliseconds. */
const PAUSE = 500;

/** A label as it stands within a sentence. */
const inSentence = (label: string, lang: string): string =>
  label.replace(/^\p{Lu}/u, (initial) => initial.toLocaleLowerCase(lang));

/** The rules of a new password, checked while the user types. The password stays in its input. */
export class ChecklistController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #screen: ScreenContext;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, screen: ScreenContext) {
    this.#host = host;
    this.#screen = screen;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('input', this.#check);
    // What was typed may have been cleared while the host was away.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('input', this.#check);
    clearTimeout(this.#timer);
  }

  /** Why a new password is not sent: it breaks rules, or is not the same where it is typed again. */
  refusals(): readonly Refusal[] {
    const again = this.#screen.input(confirmPassword.name);
    const broken = this.#broken;
    return [
      ...(broken.length ? [{ field: 'new-password', message: (text: Text) => this.#sayBroken(broken, text) }] : []),
      ...(again && again.value !== this.#password
        ? [{ field: confirmPassword.name, message: (text: Text) => text.t('password.different') }]
        : []),
    ];
  }

  /** What stands below the field of a new password; nothing below others. */
  hintFor({ name }: Field): FieldView['hint'] {
    const id = `${this.#screen.formId}-new-password-hint`;
    return name === 'new-password' ? { id, content: this.#render(id) } : undefined;
  }

  get #policy(): PasswordPolicy {
    return this.#screen.settings().passwordPolicy ?? defaultPolicy;
  }

  get #rules(): readonly Rule[] {
    // The keys of a table are those of its type.
    return (Object.keys(RULES) as Rule[]).filter((rule) => this.#policy[rule]);
  }

  get #password(): string {
    return this.#screen.input('new-password')?.value ?? '';
  }

  /** The rules that the password does not meet yet. */
  get #broken(): readonly Rule[] {
    const password = this.#password;
    return this.#rules.filter((rule) => !RULES[rule](password, this.#policy));
  }

  #label(rule: Rule, text: Text): string {
    return rule === 'length' ? text.t('rule.length', { count: this.#policy.length }) : text.t(`rule.${rule}`);
  }

  /** Rules as a part of a sentence. */
  #listed(rules: readonly Rule[], text: Text): string {
    const labels = rules.map((rule) => inSentence(this.#label(rule, text), text.lang));
    return new Intl.ListFormat(text.lang, { type: 'unit' }).format(labels);
  }

  #sayBroken(broken: readonly Rule[], text: Text): string {
    return text.t('rules.missing', { rules: this.#listed(broken, text) });
  }

  #render(id: string): unknown {
    const text = this.#screen.text();
    const broken = this.#broken;
    // What describes the field stays the same: a screen reader would repeat it with each key.
    return html`<p data-auth id=${id} hidden>${text.t('rules.all', { rules: this.#listed(this.#rules, text) })}</p>
      <ul data-auth="checklist" role="list">
        ${this.#rules.map((rule) => {
          const isMet = !broken.includes(rule);
          return html`<li data-auth=${isMet ? 'check met' : 'check'}>
            <span data-auth="mark" role="img" aria-label=${text.t(isMet ? 'rule.met' : 'rule.open')}></span>
            ${this.#label(rule, text)}
          </li>`;
        })}
      </ul>`;
  }

  #sayRest(): void {
    const text = this.#screen.text();
    const broken = this.#broken;
    this.#screen.say(broken.length ? this.#sayBroken(broken, text) : text.t('rules.done'));
  }

  readonly #check = ({ target }: Event): void => {
    if (!target || target !== this.#screen.input('new-password')) return;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#sayRest(), PAUSE);
  };
}
