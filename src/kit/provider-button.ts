import { html, nothing } from 'lit';
import type { ProviderConfig } from '../config/provider-config.js';
import type { Text } from '../text/text.js';
import { brands } from './provider-icons.js';

/** How a button is at this moment. */
interface ProviderButtonView {
  readonly words: Text;
  /** Whether the mark alone is shown, where there is one. */
  readonly isIcon: boolean;
  /** An answer is awaited. */
  readonly busy: boolean;
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
  if (!icon || !URL.canParse(icon, document.baseURI)) return undefined;
  const { href, protocol, origin } = new URL(icon, document.baseURI);
  return protocol === 'https:' || origin === location.origin ? href : undefined;
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
  const { words, isIcon, busy, pressed, press } = view;
  const label = labelOf(provider, words);
  const picture = pictureOf(provider);
  const hasText = !isIcon || !picture;
  return html`<button
    data-auth="button provider"
    data-provider=${provider.name}
    type="button"
    aria-label=${hasText ? nothing : label}
    aria-disabled=${busy ? 'true' : 'false'}
    @click=${press}
  >
    ${busy && pressed ? html`<span data-auth="spinner"></span>` : picture}${hasText ? html`<span>${label}</span>` : nothing}
  </button>`;
}
