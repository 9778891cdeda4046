/**
 * Prints whole lines. Bound before the browser's test runner puts a console of its own in its place, which moves the
 * cursor over what other tests have printed.
 */
export const print = console.log.bind(console);
