/** What a test waits for comes within a hundredth of this, or never. Milliseconds. */
const PATIENCE = 15_000;

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * Waits until a condition holds, or a promise of it. Looks again after each turn of the event loop, or whenever `turn` resolves.
 *
 * @param what Names the condition in the error; by default its source.
 * @throws {Error} With that name, when the condition does not hold after 15 seconds.
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
