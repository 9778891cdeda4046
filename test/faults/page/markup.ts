const sentences = new Set<string>();

/** Records the text of live regions, which is removed after a while. */
export function listen({ shadowRoot }: Element): void {
  if (!shadowRoot) return;
  const note = () => {
    for (const { textContent } of shadowRoot.querySelectorAll('[part=status]'))
      if (textContent) sentences.add(textContent);
  };
  new MutationObserver(note).observe(shadowRoot, { childList: true, characterData: true, subtree: true });
}

/** The text of live regions so far. */
export const said = (): readonly string[] => [...sentences];

/** The content of the page, with shadow roots and the values of inputs. */
export const markup = (node: Node = document.body): string => {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node instanceof Element && node.matches('[part=status]')) return '';
  if (!(node instanceof Element)) return [...node.childNodes].map(markup).join('');
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`).join('');
  const value = node instanceof HTMLInputElement && node.type !== 'password' ? ` ${node.value}` : '';
  const focus = document.activeElement === node ? ' focused' : '';
  const shadow = node.shadowRoot ? `#${markup(node.shadowRoot)}#` : '';
  return `<${node.localName}${attributes}${value}${focus}>${shadow}${[...node.childNodes].map(markup).join('')}</>`;
};
