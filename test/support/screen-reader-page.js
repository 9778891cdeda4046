// Notes the text of live regions and each move of the focus, also in shadow roots: what a screen reader is told. Runs in the
// page before its scripts.
(() => {
  /** @type {({ said: string } | { focused: number })[]} */
  const heard = [];
  Object.assign(window, { heard });

  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const isRegion = target instanceof Element && target.matches('[aria-live]');
      if (isRegion && target.textContent) heard.push({ said: target.textContent.trim() });
    }
  });
  const { attachShadow } = Element.prototype;
  /** @param {ShadowRootInit} init */
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    observer.observe(root, { childList: true, subtree: true });
    return root;
  };

  // Where users put the focus by a pointer, they know.
  let isPressed = false;
  addEventListener('pointerdown', () => (isPressed = true), true);
  addEventListener('pointerup', () => (isPressed = false), true);
  addEventListener(
    'focusin',
    (event) => {
      const [element] = event.composedPath();
      if (!(element instanceof HTMLElement) || isPressed) return;
      element.dataset['heard'] = String(heard.length);
      heard.push({ focused: heard.length });
    },
    true,
  );
})();
