/**
 * Runs in a page before its scripts: sets the performance mark `usable` as soon as a user could type into the first field.
 * It leaves the field alone: what is loaded because a user types is not waited for.
 */
export function markUsable() {
  const look = () => {
    /** @type {HTMLInputElement | null} */
    const input = document.querySelector('input:not([type=hidden])');
    if (input && !input.disabled && !input.readOnly && input.checkVisibility()) performance.mark('usable');
    else requestAnimationFrame(look);
  };
  look();
}

/**
 * Runs in a page: resolves when the mark is set, with its time in milliseconds since the navigation began.
 *
 * @returns {Promise<number>}
 */
export function whenUsable() {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntriesByName('usable')) resolve(startTime);
    }).observe({ type: 'mark', buffered: true });
  });
}
