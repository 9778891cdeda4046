import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';

/**
 * The engines that tests run in, and the paths of the tests that drive each from outside. What the test runner serves runs
 * in all of them.
 */
export const ENGINES = {
  chromium: /^test\/(e2e|faults)\//,
  firefox: /^test\/e2e\//,
  webkit: /^test\/webkit\//,
};

/** @typedef {keyof typeof ENGINES} Engine */

/** @type {(name: string) => name is Engine} */
const isEngine = (name) => Object.hasOwn(ENGINES, name);

/**
 * The engine that TEST_ENGINE names, which `npm test -- --engine firefox` sets; by default Chromium.
 *
 * @throws {Error} When it names no engine.
 */
export function engineOfTests({ TEST_ENGINE: name = 'chromium' } = process.env) {
  if (isEngine(name)) return name;
  throw new Error(`The engine is “${name}”, but has to be one of: ${Object.keys(ENGINES).join(', ')}`);
}

/**
 * Finds a Firefox: FIREFOX_PATH, else an installed one.
 *
 * @throws {Error} When there is none, with what to install.
 */
export function findFirefox({ FIREFOX_PATH: path, PATH = '' } = process.env) {
  const places = PATH.split(delimiter).flatMap((folder) =>
    ['firefox', 'firefox-esr'].map((name) => join(folder, name)),
  );
  const found = path ?? places.find((place) => existsSync(place));
  if (found) return found;
  throw new Error('No Firefox found. Debian: sudo apt-get install firefox-esr. Elsewhere set FIREFOX_PATH.');
}
