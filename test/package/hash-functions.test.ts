import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { answerTo, proves, verifierOf } from '../../demo/cognito/store/srp.js';
import type { Secret } from '../../src/cognito/secret.js';
import type { SrpProof } from '../../src/cognito/srp/srp.js';
import { launchBrowser } from '../support/browser.js';
import { buildPackage } from '../support/built-package.mjs';

const LIBRARY = /library-hashing/;
const PASSWORD = 'Correct-Horse-7';

describe('A page that proves a password', () => {
  let folder: string;
  let browser: Browser;
  before(async () => {
    folder = await buildPackage();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
  });

  /** The modules that a page of an origin loads until it has proved a password to a server. */
  async function modulesOf(origin: string): Promise<readonly string[]> {
    const modules: string[] = [];
    const page = await browser.newPage();
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      if (!pathname.endsWith('.js')) return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
      const file = `${folder}${pathname}`;
      if (!existsSync(file)) return route.fulfill({ status: 404 });
      modules.push(pathname);
      return route.fulfill({ contentType: 'text/javascript', body: readFileSync(file) });
    });
    await page.goto(origin);
    const proof = await page.evaluateHandle<SrpProof>(
      "import('/cognito/srp/prover.js').then(({ prepareProof }) => prepareProof('Example1'))",
    );
    const publicValue = await proof.evaluate((made) => made.publicValue);
    const handshake = answerTo(publicValue, verifierOf('Example1jane', PASSWORD));
    const challenge = {
      SECRET_BLOCK: Buffer.from('block').toString('base64'),
      SRP_B: handshake.serverPublic.toString(16),
      SALT: handshake.verifier.salt,
    };
    const password = await page.evaluateHandle<Secret>(
      `import('/cognito/secret.js').then(({ Secret }) => new Secret('${PASSWORD}'))`,
    );
    const answer = await proof.evaluate(
      (made, { challenge, password }) => made.answer(challenge, { userId: 'jane', password }, 0),
      { challenge, password },
    );
    const { TIMESTAMP: time, PASSWORD_CLAIM_SIGNATURE: signature } = answer;
    assert.ok(proves(handshake, ['Example1jane', Buffer.from('block'), String(time)], String(signature)));
    await page.close();
    return modules;
  }

  it('loads no amazon-cognito-identity-js where the browser can hash', async () => {
    const modules = await modulesOf('http://localhost/');
    assert.ok(modules.includes('/cognito/srp/srp.js'));
    assert.ok(!modules.some((path) => LIBRARY.test(path)), modules.join('\n'));
  });

  it('hashes with amazon-cognito-identity-js on an insecure origin', async () => {
    const modules = await modulesOf('http://insecure.test/');
    assert.ok(
      modules.some((path) => LIBRARY.test(path)),
      modules.join('\n'),
    );
  });
});
