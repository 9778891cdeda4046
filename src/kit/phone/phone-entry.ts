import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Auth } from '../../auth.js';
import { errorOnce } from '../../misuse.js';
import { phoneStyles } from '../../styles/phone.styles.js';
import type { ScreenContext } from '../context/screen-context.js';
import type { FieldView } from '../form/field-template.js';
import type { Field } from '../form/fields.js';
import { adoptStyles } from '../rendering/light-styles.js';
import { CountryPicker } from './country-picker.js';
import { countriesIn, countryIn, countryOf, e164, nationalIn } from './phone-numbers.js';
import type { Country, CountryChoice } from './phone-numbers.js';
import { regionOf } from './region.js';

/** A form that may ask for a phone number. */
export type PhoneHost = ReactiveControllerHost & HTMLElement & { readonly auth: Auth | undefined };

/** Where nothing tells a region. */
const ANYWHERE = 'US';

/** What was typed where an email address would do, too. */
const looksLikeNumber = (typed: string): boolean =>
  /^[\s\p{Cf}]*[+\uff0b(]?[\s(]*\p{Nd}[\p{Nd}\p{Cf}\p{Pd}\s()./]*$/u.test(typed);

/**
 * The choice of a country beside each field for a phone number, and what a number means there. What is typed is left as it
 * is: a number with a calling code of its own moves the choice instead. Beside it is a `<select>` that browsers alone use,
 * to fill it in.
 */
export class PhoneEntry implements ReactiveController {
  /** The country that was chosen last, for the next form. */
  static readonly #chosenLast = new WeakMap<Auth, Country>();
  readonly #host: PhoneHost;
  readonly #screen: ScreenContext;
  readonly #chosen = new Map<string, Country>();
  readonly #pickers = new Map<string, CountryPicker>();
  #lang: string | undefined;
  #choices: readonly CountryChoice[] = [];

  constructor(host: PhoneHost, screen: ScreenContext) {
    this.#host = host;
    this.#screen = screen;
    host.addController(this);
    host.requestUpdate();
  }

  hostUpdated(): void {
    adoptStyles(this.#host.getRootNode(), [phoneStyles]);
    // Only now the options are there.
    for (const select of this.#host.querySelectorAll<HTMLSelectElement>('select[data-auth~=country-filled]')) {
      const { country = '' } = select.dataset;
      if (select.value !== country) select.value = country;
    }
  }

  /** What a field for a phone number has besides its input. */
  viewOf(field: Field): Partial<FieldView> {
    const typed = this.#typed(field);
    if (field.type === 'contact' && !looksLikeNumber(typed)) return {};
    return {
      before: this.#render(field, this.#countryOf(field, typed)),
      isNumber: true,
      ...(field.autocomplete === 'tel' && { field: { ...field, autocomplete: 'tel-national' } }),
    };
  }

  /** The number in E.164; undefined where something else was typed. */
  normalize(field: Field, typed: string): string | undefined {
    const isNumber = field.type === 'tel' || (field.type === 'contact' && looksLikeNumber(typed));
    return isNumber ? e164(typed, this.#chosenFor(field)) : undefined;
  }

  #typed(field: Field): string {
    const shown = field.name === 'username' ? this.#screen.state()?.username : undefined;
    return this.#screen.input(field.name)?.value ?? (shown || field.value || '');
  }

  #countryOf(field: Field, typed: string): Country {
    return countryIn(typed, this.#chosenFor(field));
  }

  #chosenFor({ name }: Field): Country {
    const { auth } = this.#host;
    return this.#chosen.get(name) ?? (auth && PhoneEntry.#chosenLast.get(auth)) ?? this.#default;
  }

  /** What the page says, else the region of the browser. */
  get #default(): Country {
    const { defaultCountry } = this.#screen.settings();
    const country = countryOf(defaultCountry);
    if (defaultCountry && !country) {
      errorOnce(`"default-country" must be two letters of ISO 3166-1 for a country with phone numbers, as DE or US.`);
    }
    return country ?? countryOf(regionOf(navigator.languages)) ?? ANYWHERE;
  }

  #choose(field: Field, letters: string): void {
    const country = countryOf(letters);
    const { auth } = this.#host;
    if (!country) return;
    const input = this.#screen.input(field.name);
    const typed = input?.value ?? '';
    // A number with another calling code keeps its digits, and gets the one that was chosen.
    if (input && this.#countryOf(field, typed) !== this.#chosenFor(field)) {
      input.value = nationalIn(typed, country) ?? typed;
    }
    this.#chosen.set(field.name, country);
    if (auth) PhoneEntry.#chosenLast.set(auth, country);
    this.#host.requestUpdate();
  }

  #pickerOf({ name }: Field): CountryPicker {
    const picker =
      this.#pickers.get(name) ??
      new CountryPicker(this.#host, this.#screen, `${this.#screen.formId}-${name}-countries`);
    this.#pickers.set(name, picker);
    return picker;
  }

  #choicesIn(lang: string): readonly CountryChoice[] {
    if (lang !== this.#lang) [this.#lang, this.#choices] = [lang, countriesIn(lang)];
    return this.#choices;
  }

  #render(field: Field, chosen: Country): unknown {
    const choices = this.#choicesIn(this.#screen.text().lang);
    const choose = (letters: string): void => this.#choose(field, letters);
    return html`<div data-auth="country">
      ${this.#pickerOf(field).render({ chosen, choices, choose })}
      <select
        data-auth="country-filled"
        data-country=${chosen}
        inert
        autocomplete="tel-country-code"
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) choose(target.value);
        }}
      >
        ${guard([choices], () =>
          choices.map(
            ({ country, name, callingCode }) =>
              html`<option data-auth value=${country}>${name} (⁦+${callingCode}⁩)</option>`,
          ),
        )}
      </select>
    </div>`;
  }
}
