/**
 * The line that sums up one test file.
 *
 * @param {string} path
 * @param {import('../test.mjs').Count} count
 */
export function fileLine(path, { passed, failed, skipped }) {
  const parts = Object.entries({ passed, failed, skipped }).filter(([, number]) => number > 0);
  return `${failed ? '✗' : '✓'} ${path}: ${parts.map(([word, number]) => `${String(number)} ${word}`).join(', ')}`;
}
