/** A window that is covered draws no frames, and there is no event for that. Milliseconds. */
const LONGEST_FRAME = 100;

/**
 * Resolves when the browser has had the chance to paint the latest changes. Long computations wait for it, so that the
 * progress indicator is visible before the page stops responding.
 */
export const nextPaint = (): Promise<void> =>
  new Promise((resolve) => {
    // A worker has frames too, but no page of its own to paint.
    if (typeof document === 'undefined' || document.hidden) setTimeout(resolve);
    else {
      setTimeout(resolve, LONGEST_FRAME);
      // The callback runs before the frame is drawn, the timer after.
      requestAnimationFrame(() => setTimeout(resolve));
    }
  });
