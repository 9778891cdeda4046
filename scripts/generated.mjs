import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ROOT } from './sources.mjs';

/**
 * Writes a generated file; with `--check` on the command line, only tells whether it is up to date, and fails if not.
 *
 * @param {string} path
 * @param {string} content
 */
export function writeGenerated(path, content) {
  if (!process.argv.includes('--check')) {
    writeFileSync(ROOT + path, content);
    console.log(`Wrote ${path}.`);
    return;
  }
  const committed = existsSync(ROOT + path) ? readFileSync(ROOT + path, 'utf8') : '';
  if (committed === content) {
    console.log(`${path} is up to date.`);
    return;
  }
  const lines = content.split('\n');
  const first = committed.split('\n').findIndex((line, index) => line !== lines[index]);
  console.error(`${path} differs from the sources, first in line ${first + 1}:
  committed: ${committed.split('\n')[first] ?? '(nothing)'}
  generated: ${lines[first] ?? '(nothing)'}
A difference is a change of the public interface. When it is meant, run npm run manifest and commit the result.`);
  process.exitCode = 1;
}
