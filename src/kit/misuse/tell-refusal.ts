import { errorOnce } from '../../misuse.js';

/** Tells which key of a configuration was refused, and what it must be. `isMarkup`: the page has set attributes. */
export function tellRefusal(problem: unknown, isMarkup: boolean): void {
  const text = String(problem instanceof Error ? problem.message : problem).replace('auth-elements: ', '');
  errorOnce(isMarkup ? text.replace(/^"\w+"/, (key) => key.replace(/[A-Z]/g, '-$&').toLowerCase()) : text);
}
