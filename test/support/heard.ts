/** Records what a screen reader announces: each text of a live region of an element. */
export function heardFrom(element: Element): readonly string[] {
  const heard: string[] = [];
  for (const region of element.shadowRoot?.querySelectorAll('[role=status], [role=alert]') ?? []) {
    const listen = new MutationObserver(() => {
      const sentence = region.textContent.trim();
      if (sentence) heard.push(sentence);
    });
    listen.observe(region, { characterData: true, childList: true, subtree: true });
  }
  return heard;
}
