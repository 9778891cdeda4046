/**
 * The median of measurements, and what a quarter of them is below and above. NaN when there are none.
 *
 * @param {readonly number[]} values
 */
export function quartiles(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (/** @type {number} */ share) => sorted[Math.round((sorted.length - 1) * share)] ?? NaN;
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}
