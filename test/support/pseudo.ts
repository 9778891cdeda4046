import { en } from '../../src/text/en.js';
import { Text as Words } from '../../src/text/text.js';

/** A language without any letter of the alphabet: text with one does not come from the vocabulary. */
export const pseudo = new Words(
  'en-x-pseudo',
  Object.fromEntries(
    Object.entries(en).map(([key, sentence]) => [
      key,
      sentence.replace(
        /(\{\w+\})|[a-z]/gi,
        (letter, gap: string | undefined) => gap ?? (/[a-z]/.test(letter) ? 'ø' : 'Ø'),
      ),
    ]),
  ),
);

const ATTRIBUTES = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];

function* nodes(root: Node): Generator<Node> {
  yield root;
  const below = [...root.childNodes, ...(root instanceof Element && root.shadowRoot ? [root.shadowRoot] : [])];
  for (const node of below) yield* nodes(node);
}

/**
 * Every text below an element, visible or for screen readers, that has letters of the alphabet.
 *
 * @param except A selector of elements whose text does not count.
 */
export function untranslated(root: Node, except = 'style, script'): readonly string[] {
  return [...nodes(root)]
    .flatMap((node) => {
      if (node instanceof Text) return node.parentElement?.closest(`[translate=no], ${except}`) ? [] : [node.data];
      if (!(node instanceof Element)) return [];
      return ATTRIBUTES.map((name) => node.getAttribute(name) ?? '');
    })
    .map((text) => text.replaceAll(location.hostname, '').trim())
    .filter((text) => /[a-z]/i.test(text));
}
