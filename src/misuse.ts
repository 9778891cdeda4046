/** What the console was told. */
const told = new Set<string>();

/**
 * Tells the developer of a page about a mistake that has no other way to show: once, in development and production alike.
 *
 * @param problem Names what is wrong, and what is expected. Never a value that may be secret.
 */
export function warnOnce(problem: string): void {
  if (told.has(problem)) return;
  told.add(problem);
  console.warn(`auth-elements: ${problem}`);
}
