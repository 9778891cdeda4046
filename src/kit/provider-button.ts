import { html, nothing } from 'lit';
import { parseUrl } from '../config/parse-url.js';
import type { ProviderConfig } from '../config/provider-config.js';
import type { Text } from '../text/text.js';
import { brands } from './provider-icons.js';
import { badge } from './rendering/badge.js';

/** How a button is at this moment. */
interface ProviderButtonView {
  readonly words: Text;
  /** Whether the mark alone is shown, where there is one. */
  readonly isIcon: boolean;
  /** An answer is awaited. */
  readonly busy: boolean;
  /** The last user has signed in by it. */
  readonly wasUsed: boolean;
  /** It is the button that was pressed last. */
  readonly pressed: boolean;
  readonly press: () => void;
}

/** What a button says: the words that the company wants, unless the page names the provider. */
function labelOf({ name, label }: ProviderConfig, words: Text): string {
  const key = label === undefined ? brands.get(name)?.label : undefined;
  if (key) return words.t(key);
  return name || label ? words.t('federated.custom', { provider: label ?? name }) : words.t('federated.hosted');
}

/** The address of a picture, where it may be shown. */
function addressOf(icon: string | undefined): string | undefined {
  const url = icon && parseUrl(icon, document.baseURI);
  return url && (url.protocol === 'https:' || url.origin === location.origin) ? url.href : undefined;
}

/** The picture of a button: that of the page, else the mark of the company. */
function pictureOf({ name, icon }: ProviderConfig): unknown {
  const address = addressOf(icon);
  if (address) return html`<img data-auth="provider-icon" src=${address} alt="" referrerpolicy="no-referrer" />`;
  const brand = brands.get(name);
  return (
    brand &&
    html`<svg data-auth="provider-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${brand.mark}</svg>`
  );
}

/** The button of a provider. Never disabled: that would take the focus away. */
export function providerButton(provider: ProviderConfig, view: ProviderButtonView): unknown {
  const { words, isIcon, busy, wasUsed, pressed, press } = view;
  const label = labelOf(provider, words);
  const picture = pictureOf(provider);
  const hasText = !isIcon || !picture;
  const name = wasUsed ? `${label}, ${words.t('last-used')}` : label;
  return html`<button
    data-auth="button provider"
    data-provider=${provider.name}
    type="button"
    aria-label=${hasText ? nothing : name}
    aria-disabled=${busy ? 'true' : 'false'}
    @click=${press}
  >
    ${busy && pressed ? html`<span data-auth="spinner"></span>` : picture}${hasText ? html`<span data-auth="provider-label">${label}</span>` : nothing}
    ${wasUsed ? badge(words) : nothing}
  </button>`;
}
