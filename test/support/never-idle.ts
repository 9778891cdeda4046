/** Runs a test in a browser that never has time, whichever way it would say so. */
export async function neverIdle(run: () => Promise<void>): Promise<void> {
  const { requestIdleCallback } = window;
  window.requestIdleCallback = () => 0;
  // Stays: elements of the test are removed after it.
  if (!('cancelIdleCallback' in window)) Object.assign(window, { cancelIdleCallback: () => undefined });
  try {
    await run();
  } finally {
    window.requestIdleCallback = requestIdleCallback;
  }
}
