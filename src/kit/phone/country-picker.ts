import { html, nothing } from 'lit';
import type { ReactiveControllerHost } from 'lit';
import { countryWords } from '../../text/en/country.js';
import type { Text } from '../../text/text.js';
import type { ScreenContext } from '../context/screen-context.js';
import { countriesFor } from './country-search.js';
import { callingCodeOf } from './phone-numbers.js';
import type { Country, CountryChoice } from './phone-numbers.js';

/** The `keyCode` of keys that a composition takes. */
const COMPOSING = 229;
/** How far the keys for pages move. */
const PAGE = 6;

/** Where keys lead in a list: from which index, of how many. */
const MOVES: Readonly<Partial<Record<string, (index: number, count: number) => number>>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index + count - 1) % count,
  PageDown: (index, count) => Math.min(index + PAGE, count - 1),
  PageUp: (index) => Math.max(index - PAGE, 0),
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** What a picker shows, and what it is told. */
interface Choosing {
  readonly chosen: Country;
  /** All, by their names. */
  readonly choices: readonly CountryChoice[];
  readonly choose: (country: Country) => void;
}

/**
 * A button that opens a searchable list of countries: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/, with the list
 * below the input as long as that is there. The focus stays in the input, and comes back to the button.
 */
export class CountryPicker {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #screen: ScreenContext;
  readonly #id: string;
  /** What is listed; undefined while it is closed. */
  #listed: readonly CountryChoice[] | undefined;
  /** The one of them that Enter chooses. */
  #active = 0;

  /** @param id Of the list, unique in the page. */
  constructor(host: ReactiveControllerHost & HTMLElement, screen: ScreenContext, id: string) {
    this.#host = host;
    this.#screen = screen;
    this.#id = id;
  }

  /** The button, and the list while it is open. */
  render(choosing: Choosing): unknown {
    const { chosen, choices } = choosing;
    const words = this.#screen.text().over(countryWords);
    const code = `${chosen} +${callingCodeOf(chosen)}`;
    const country = choices.find((choice) => choice.country === chosen)?.name ?? chosen;
    return html`<button
        data-auth="country-button"
        type="button"
        popovertarget=${this.#id}
        aria-haspopup="dialog"
        aria-label=${words.t('country.chosen', { country, code })}
      >
        <span data-auth="calling-code" dir="ltr">${code}</span>
      </button>
      <div
        data-auth="countries"
        id=${this.#id}
        popover
        role="dialog"
        aria-label=${words.t('field.country')}
        dir=${words.dir}
        @beforetoggle=${(event: ToggleEvent) => this.#turn(event, choosing)}
        @toggle=${() => this.#settle()}
        @keydown=${(event: KeyboardEvent) => this.#press(event, choosing)}
        @click=${(event: Event) => this.#click(event, choosing)}
      >
        ${this.#listed ? this.#renderSearch(this.#listed, words, choosing) : nothing}
      </div>`;
  }

  #renderSearch(listed: readonly CountryChoice[], words: Text, { chosen, choices }: Choosing): unknown {
    const list = `${this.#id}-list`;
    const active = listed[this.#active];
    const label = words.t('country.search');
    return html`<input
        data-auth="input"
        form=""
        type="text"
        role="combobox"
        ?autofocus=${true}
        autocomplete="off"
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        enterkeyhint="done"
        placeholder=${label}
        aria-label=${label}
        aria-autocomplete="list"
        aria-expanded=${active ? 'true' : 'false'}
        aria-controls=${active ? list : nothing}
        aria-activedescendant=${active ? this.#optionId(active) : nothing}
        @input=${(event: Event) => this.#search(event, choices)}
      />
      ${
        active
          ? html`<ul
              data-auth="country-list"
              id=${list}
              role="listbox"
              aria-label=${words.t('field.country')}
              @mousedown=${(event: Event) => event.preventDefault()}
            >
              ${listed.map(
                (choice) =>
                  html`<li
                    data-auth=${choice === active ? 'country-option active' : 'country-option'}
                    id=${this.#optionId(choice)}
                    role="option"
                    aria-selected=${choice.country === chosen ? 'true' : 'false'}
                  >
                    <span data-auth>${choice.name}</span>
                    <span data-auth="calling-code" dir="ltr">+${choice.callingCode}</span>
                  </li>`,
              )}
            </ul>`
          : html`<p data-auth="hint">${words.t('country.none')}</p>`
      }`;
  }

  #optionId({ country }: CountryChoice): string {
    return `${this.#id}-${country}`;
  }

  #part<Part extends HTMLElement>(selector: string): Part | null {
    return this.#host.querySelector<Part>(selector);
  }

  /** The list is about to be opened or closed. */
  #turn({ newState }: ToggleEvent, { chosen, choices }: Choosing): void {
    this.#listed = newState === 'open' ? choices : undefined;
    this.#active = Math.max(
      choices.findIndex(({ country }) => country === chosen),
      0,
    );
    this.#host.requestUpdate();
  }

  /** Browsers give the focus themselves only where the input is rendered by then. */
  #settle(): void {
    this.#part(`[id="${this.#id}"] input`)?.focus();
    this.#show();
  }

  /** Brings the active one into sight. */
  #show(): void {
    const active = this.#listed?.[this.#active];
    if (active) this.#part(`[id="${this.#optionId(active)}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  async #move(listed: readonly CountryChoice[], active: number): Promise<void> {
    this.#listed = listed;
    this.#active = active;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#show();
  }

  #search(event: Event, choices: readonly CountryChoice[]): void {
    // What is searched for is no business of the form around it.
    event.stopPropagation();
    if (!(event.target instanceof HTMLInputElement)) return;
    const found = countriesFor(choices, event.target.value);
    const words = this.#screen.text().over(countryWords);
    const count = found.length;
    this.#screen.say(count > 0 ? words.t('country.found', { count }) : words.t('country.none'));
    void this.#move(found, 0);
  }

  #press(event: KeyboardEvent, { choose }: Choosing): void {
    const { key } = event;
    const listed = this.#listed ?? [];
    const active = listed[this.#active];
    // Keys that end the composition of a character, or select what was typed. In Safari, the composition is over before its
    // last key comes: only the deprecated code tells (https://bugs.webkit.org/show_bug.cgi?id=165004).
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (event.isComposing || event.keyCode === COMPOSING || event.ctrlKey || event.altKey || event.metaKey) return;
    if (key === 'Tab') {
      // Goes on from the button, as from a list of the browser.
      if (active) this.#take(active, choose);
      else this.#close();
      return;
    }
    const move = event.shiftKey ? undefined : MOVES[key];
    if (key !== 'Enter' && key !== 'Escape' && !move) return;
    event.preventDefault();
    // A dialog around the form stays open.
    event.stopPropagation();
    if (key === 'Escape') this.#close();
    else if (!active) return;
    else if (move) void this.#move(listed, move(this.#active, listed.length));
    else this.#take(active, choose);
  }

  #click({ target }: Event, { choose }: Choosing): void {
    const option = target instanceof Element ? target.closest('[role=option]') : null;
    const choice = this.#listed?.find((listed) => this.#optionId(listed) === option?.id);
    if (choice) this.#take(choice, choose);
  }

  #take({ country }: CountryChoice, choose: Choosing['choose']): void {
    choose(country);
    this.#close();
  }

  #close(): void {
    this.#part(`[id="${this.#id}"]`)?.hidePopover();
    // Not every browser knows where the focus was: in some, a button that is clicked does not have it.
    this.#part(`[popovertarget="${this.#id}"]`)?.focus();
  }
}
