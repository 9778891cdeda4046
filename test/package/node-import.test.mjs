import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { buildPackage } from '../support/built-package.mjs';

let folder = '';
before(async () => {
  folder = await buildPackage();
});

/** @param {RegExp} [pattern] */
const modules = (pattern = /./) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.js') && pattern.test(path));

/**
 * Imports modules in a new Node process, which has no DOM and ends by itself only when nothing is left running.
 *
 * @param {string[]} paths
 * @returns {{ window: string, document: string, tags: string[] }} What there is afterwards.
 */
function importInNode(paths) {
  const tags = modules(/^define\/auth-/).map((path) => path.slice('define/'.length, -'.js'.length));
  const script = `
    for (const path of ${JSON.stringify(paths)}) await import('./' + path);
    const tags = ${JSON.stringify(tags)}.filter((tag) => globalThis.customElements?.get(tag));
    console.log(JSON.stringify({ window: typeof window, document: typeof document, tags }));`;
  const options = /** @type {const} */ ({ cwd: folder, encoding: 'utf8', timeout: 20_000 });
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], options));
}

describe('A server that imports the package', () => {
  it('needs no DOM for any module and is left with nothing running', () => {
    const { window, document } = importInNode(modules());
    assert.deepEqual({ window, document }, { window: 'undefined', document: 'undefined' });
  });

  it('registers no element unless it asks for one', () => {
    assert.deepEqual(importInNode(modules(/^(?!define|compat\/components)/)).tags, []);
  });

  it('registers every element with `define`', () => {
    const { tags } = importInNode(['define.js']);
    assert.ok(tags.length > 0);
    assert.equal(tags.length, modules(/^define\/auth-/).length);
  });

  it('gets one element with its own entry', () => {
    assert.ok(importInNode(['define/auth-provider.js']).tags.includes('auth-provider'));
  });
});

describe('The package as built', () => {
  const code = (/** @type {string} */ path) => readFileSync(`${folder}/${path}`, 'utf8');

  it('has the part of amazon-cognito-identity-js that hashes in one module alone', () => {
    const holders = modules().filter((path) => /Not a BigInteger/.test(code(path)));
    assert.match(holders.join(), /^(cognito\/srp|chunks)\/library-hashing[^,]*$/);
  });

  it('reads no variable `global`, which browsers do not have', () => {
    assert.deepEqual(
      modules().filter((path) => /(?<![.\w'"`])global[.[]|typeof global\b/.test(code(path))),
      [],
    );
  });
});
