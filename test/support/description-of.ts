/** The accessible description of an element. Uses nothing from outside: it is sent to pages as text, too. */
export const descriptionOf = (element: Element): string => {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  const texts = ids.map((id) => root.querySelector(`[id="${id}"]`)?.textContent ?? '');
  return texts.join(' ').replace(/\s+/g, ' ').trim();
};
