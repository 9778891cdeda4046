import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { findBrowser } from '../../scripts/find-browser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'browsers-'));
after(() => rmSync(folder, { recursive: true }));

/** @param {string} name */
function executable(name) {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  return path;
}

const chosen = executable('my-browser');
const installed = executable('chromium');
const playwright = executable('playwright-chromium');
const PATH = folder;
/** A system that `@sparticuz/chromium` does not support. */
const system = { platform: /** @type {const} */ ('linux'), arch: 'arm64' };

describe('The search for a browser', () => {
  it('prefers the one that CHROME_PATH names', async () => {
    const { executablePath } = await findBrowser({ ...system, env: { CHROME_PATH: chosen, PATH }, playwright });
    assert.equal(executablePath, chosen);
  });

  it('refuses a CHROME_PATH that does not exist instead of using another browser', async () => {
    const env = { CHROME_PATH: join(folder, 'missing'), PATH };
    await assert.rejects(
      findBrowser({ ...system, env, playwright }),
      /CHROME_PATH is not an executable file: .*missing/,
    );
  });

  it('prefers an installed browser to the one of Playwright', async () => {
    const { executablePath } = await findBrowser({ ...system, env: { PATH }, playwright });
    assert.equal(executablePath, installed);
  });

  it('uses the one of Playwright when none is installed', async () => {
    const { executablePath } = await findBrowser({ ...system, env: { PATH: '' }, playwright });
    assert.equal(executablePath, playwright);
  });

  it('says what to install when there is none', async () => {
    const nowhere = { ...system, env: { PATH: '' }, playwright: join(folder, 'missing') };
    await assert.rejects(findBrowser(nowhere), /No Chromium found[^]*apt-get install chromium[^]*CHROME_PATH/);
  });

  it('uses only the one that TEST_BROWSER names, whatever is installed', async () => {
    const wanted = (/** @type {string} */ name) => ({ ...system, env: { PATH, TEST_BROWSER: name }, playwright });
    assert.equal((await findBrowser(wanted('installed'))).executablePath, installed);
    assert.equal((await findBrowser(wanted('playwright'))).executablePath, playwright);
    await assert.rejects(findBrowser(wanted('bundled')), /TEST_BROWSER is “bundled”, but this machine has no such/);
  });

  it('refuses an unknown TEST_BROWSER, and lists the known ones', async () => {
    const env = { PATH, TEST_BROWSER: 'bundeld' };
    await assert.rejects(
      findBrowser({ ...system, env, playwright }),
      /“bundeld”.*one of: installed, playwright, bundled/,
    );
  });

  it('leaves the sandbox off only where it cannot work', async () => {
    const { args } = await findBrowser({ ...system, env: { PATH, CI: 'true' }, playwright });
    assert.deepEqual(args, ['--no-sandbox']);
  });
});
