/** A window that is covered draws no frames, and tells nobody. */
const LONGEST_FRAME = 100;

/**
 * Resolves when the browser has had the chance to show what changed last. Computations that a person would notice wait
 * for it, so that "please wait" is on the screen before the page stops answering.
 */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestAnimationFrame === 'undefined' || document.hidden) setTimeout(resolve);
    else {
      setTimeout(resolve, LONGEST_FRAME);
      // The callback runs before the frame is drawn, the timer after.
      requestAnimationFrame(() => setTimeout(resolve));
    }
  });
