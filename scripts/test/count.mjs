/**
 * How many tests went how. What a filter left out is in none of the three.
 *
 * @typedef {Record<'passed' | 'failed' | 'skipped', number>} Count
 */

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export const sumOf = (counts) => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  skipped: counts.reduce((sum, { skipped }) => sum + skipped, 0),
});

/** @param {Count} count */
export const isEmpty = ({ passed, failed, skipped }) => passed + failed + skipped === 0;
