import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { resolveConfig } from 'vite';
import { manifest, ROOT } from '../../scripts/sources.mjs';

const FOLDER = `dist/cdn/${manifest.version}`;

describe('The folder for pages without a bundler', () => {
  it('has the version in its name, where it is built and where it is imported from', async () => {
    const { build } = await resolveConfig({ root: ROOT, mode: 'cdn' }, 'build');
    assert.equal(build.outDir, FOLDER);
    const targets = Object.entries(manifest.exports).flatMap(([name, target]) =>
      name.startsWith('./cdn') ? [typeof target === 'string' ? target : target.default] : [],
    );
    assert.deepEqual(targets, [`./${FOLDER}/auth-elements.js`, `./${FOLDER}/integrity.json`]);
  });

  it('is where the CDNs of npm find the file', () => {
    const file = `./${FOLDER}/auth-elements.js`;
    assert.deepEqual([manifest.unpkg, manifest.jsdelivr], [file, file]);
  });

  for (const page of ['README.md', 'docs/cdn.md']) {
    it(`is what can be copied from ${page}`, () => {
      const text = readFileSync(`${ROOT}${page}`, 'utf8');
      const versions = [...text.matchAll(/https:\/\/your\.cdn\/auth-elements\/([^/]+)\/[\w/-]+\.js/g)];
      assert.ok(versions.length > 0);
      for (const [url, version] of versions) assert.equal(version, manifest.version, url);
    });
  }
});
