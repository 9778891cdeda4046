/** The deadline, hundreds of times what a test usually waits. Milliseconds. */
const PATIENCE = 30_000;

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * Waits until a condition, or a promise of it, is true. Checks after each turn of the event loop, or whenever `turn` resolves.
 *
 * @param what Names the condition in the error; by default its source.
 * @throws {Error} With that name, if the condition is not true after 30 seconds.
 */
export async function until(
  isSo: () => unknown,
  { what = String(isSo), turn = nextTurn }: { what?: string; turn?: () => Promise<unknown> } = {},
): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`This never came true: ${what}`);
    await turn();
  }
}
