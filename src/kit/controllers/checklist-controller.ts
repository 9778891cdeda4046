import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ScreenContext } from '../context/screen-context.js';
import type { FieldView } from '../form/field-template.js';
import type { Field } from '../form/fields.js';
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

  /** What stands below the field of a new password, and describes it; nothing below others. */
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

  /** The rules that the password meets so far. */
  get #met(): readonly Rule[] {
    const password = this.#screen.input('new-password')?.value ?? '';
    return this.#rules.filter((rule) => RULES[rule](password, this.#policy));
  }

  #render(id: string): unknown {
    const text = this.#screen.text();
    const met = this.#met;
    return html`<ul data-auth="checklist" id=${id} role="list">
      ${this.#rules.map((rule) => {
        const isMet = met.includes(rule);
        return html`<li data-auth=${isMet ? 'check met' : 'check'}>
          <span data-auth="mark" role="img" aria-label=${text.t(isMet ? 'rule.met' : 'rule.open')}></span>
          ${rule === 'length' ? text.t('rule.length', { count: this.#policy.length }) : text.t(`rule.${rule}`)}
        </li>`;
      })}
    </ul>`;
  }

  #sayRest(): void {
    const text = this.#screen.text();
    const count = this.#rules.length - this.#met.length;
    this.#screen.say(count ? text.t('rules.left', { count }) : text.t('rules.done'));
  }

  readonly #check = ({ target }: Event): void => {
    if (!target || target !== this.#screen.input('new-password')) return;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#sayRest(), PAUSE);
  };
}
