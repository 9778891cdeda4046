/** The longest wait for a moment in which the browser has nothing better to do, and the wait where it cannot say. Milliseconds. */
const LONGEST_WAIT = 1000;
const SHORT_WAIT = 50;

/** Runs work when the browser has drawn what is there and has time. Returns a function that takes the work back. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: LONGEST_WAIT });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(work, SHORT_WAIT);
  return () => clearTimeout(timer);
}
