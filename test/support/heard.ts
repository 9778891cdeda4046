/** Records what a screen reader announces: each text of a live region of an element, also of a later one. */
export function heardFrom(element: Element): readonly string[] {
  const heard: string[] = [];
  const listen = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      const isRegion = target instanceof Element && target.matches('[aria-live]');
      if (isRegion && addedNodes.length && target.textContent) heard.push(target.textContent);
    }
  });
  // The shadow root of an element that renders is open.
  listen.observe(element.shadowRoot!, { childList: true, subtree: true });
  return heard;
}
