/** What the console was told. */
const told = new Set<string>();

function tell(level: 'error' | 'warn', problem: string): void {
  if (told.has(problem)) return;
  told.add(problem);
  console[level](`auth-elements: ${problem}`);
}

/**
 * Tells the developer of a page about a mistake that has no other way to show, and that leaves everything else working: once,
 * in development and production alike.
 *
 * @param problem Names what is wrong, and what is expected. Never a value that may be secret.
 */
export const warnOnce = (problem: string): void => tell('warn', problem);

/** The same for a mistake that keeps users from signing in, or a setting that has no effect. See {@link warnOnce}. */
export const errorOnce = (problem: string): void => tell('error', problem);

/**
 * Tells the developer what their own function has thrown, where nothing else can be done with it. Each time: it may be
 * another error.
 *
 * @param problem Names the function.
 */
export const reportThrown = (problem: string, error: unknown): void =>
  console.error(`auth-elements: ${problem}`, error);
