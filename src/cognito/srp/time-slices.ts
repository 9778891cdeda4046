/** Milliseconds. From 50 on, a task counts as long: users notice that the page does not respond. */
const LONGEST_SLICE = 16;

/** Resolves in a task of its own. Unlike a timer, without delay, also in a window that is hidden. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/**
 * For a long computation, which awaits the returned function after each of its steps: when the current slice of time is
 * used up, the browser handles input and frames before the next one begins.
 */
export function timeSlices(): () => Promise<void> {
  let start = performance.now();
  return async () => {
    if (performance.now() - start < LONGEST_SLICE) return;
    await nextTask();
    start = performance.now();
  };
}
