// For pages without a bundler: what the first screen needs at once, and every other element when one is in the page.
import './callback.js';
import './define/auth-authenticator.js';
import './define/auth-provider.js';
import { loaders } from './define/loaders.js';

export * from './index.js';

const UNDEFINED = ':not(:defined)';
const loaderOf = new Map<string, () => Promise<unknown>>(Object.entries(loaders));

/** Loads the class of an element. What fails is asked for again when the next such element comes into the page. */
const define = ({ localName }: Element): void => {
  void loaderOf
    .get(localName)?.()
    .catch(() => undefined);
};

/** Defines the elements of a document that are there, and those that come. It does not see into shadow roots. */
function defineIn(page: Document): void {
  page.querySelectorAll(UNDEFINED).forEach(define);
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof Element)) continue;
      if (node.matches(UNDEFINED)) define(node);
      node.querySelectorAll(UNDEFINED).forEach(define);
    }
  }).observe(page, { childList: true, subtree: true });
}

if (typeof document === 'object') defineIn(document);
