/** What is said by the comments before and after the nodes that an element puts among its children, and by all copies of them. */
export const [BEGIN, END] = ['auth', '/auth'] as const;

/**
 * Removes what another element has put among its children, of which this one is a copy: made by `cloneNode()`, read from
 * markup, or kept by a page that restores what it has shown before.
 */
export function removeCopies(host: Element): void {
  let copied: ChildNode[] | undefined;
  for (const node of [...host.childNodes]) {
    const mark = node instanceof Comment && node.data;
    if (mark === BEGIN) copied = [];
    copied?.push(node);
    if (mark !== END) continue;
    copied?.forEach((copy) => copy.remove());
    copied = undefined;
  }
}
