import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { LightElement } from './light-element.js';

const PAGES = [
  { name: 'index', title: 'Demo', href: 'index.html' },
  { name: 'federation', title: 'Elsewhere', href: 'federation.html' },
  { name: 'gallery', title: 'Gallery', href: 'gallery.html' },
  { name: 'guides', title: 'Guides', href: 'seeds/amplify-cli.html' },
];
const LANGUAGES = [
  { code: 'en', title: 'English' },
  { code: 'de', title: 'Deutsch' },
];
const ICON = new URL('../icon.svg', import.meta.url).href;
const THEMES = ['system', 'light', 'dark'];

/** The previous choice, where the browser lets the page store it. */
function stored(key: string, fallback: string): string {
  try {
    return sessionStorage.getItem(`demo.${key}`) ?? fallback;
  } catch {
    return fallback;
  }
}

/**
 * The bar at the top of every page: navigation, language and color scheme.
 *
 * @attr current - Name of the page that it is on.
 * @attr root - Where the folder of the demo is. Default: here.
 */
class DemoHeader extends LightElement {
  #language = stored('language', 'en');
  #theme = stored('theme', 'system');

  override connectedCallback(): void {
    super.connectedCallback();
    this.#apply();
  }

  protected override render(): TemplateResult {
    const current = this.getAttribute('current');
    const root = this.getAttribute('root') ?? './';
    return html`
      <header class="bar">
        <a class="brand" href="${root}index.html"><img src=${ICON} alt="" width="28" height="28" />auth-elements</a>
        <nav aria-label="Pages">
          ${PAGES.map(
            ({ name, title, href }) =>
              html`<a href=${root + href} aria-current=${name === current ? 'page' : 'false'}>${title}</a>`,
          )}
        </nav>
        <div class="bar-settings">
          <label
            ><span class="visually-hidden">Language</span>
            <select name="language" @change=${this.#choose}>
              ${LANGUAGES.map(
                ({ code, title }) => html`<option value=${code} ?selected=${code === this.#language}>${title}</option>`,
              )}
            </select>
          </label>
          <label
            ><span class="visually-hidden">Color scheme</span>
            <select name="theme" @change=${this.#choose}>
              ${THEMES.map((name) => html`<option value=${name} ?selected=${name === this.#theme}>${name}</option>`)}
            </select>
          </label>
        </div>
      </header>
    `;
  }

  #choose({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    sessionStorage.setItem(`demo.${target.name}`, target.value);
    if (target.name === 'language') this.#language = target.value;
    else this.#theme = target.value;
    this.#apply();
  }

  /** The elements follow the `lang` and `color-scheme` of the page. */
  #apply(): void {
    document.documentElement.lang = this.#language;
    document.documentElement.dataset['theme'] = this.#theme;
  }
}
customElements.define('demo-header', DemoHeader);
