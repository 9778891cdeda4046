/**
 * The line that sums up one test file.
 *
 * @param {string} path
 * @param {import('./count.mjs').Count} count
 * @param {number} milliseconds
 */
export function fileLine(path, { passed, failed, skipped }, milliseconds) {
  const parts = Object.entries({ passed, failed, skipped }).filter(([, number]) => number > 0);
  const counts = parts.map(([word, number]) => `${String(number)} ${word}`).join(', ');
  return `${failed ? '✗' : '✓'} ${path}: ${counts} (${(milliseconds / 1000).toFixed(1)} s)`;
}
