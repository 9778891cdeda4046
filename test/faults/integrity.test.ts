import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito } from '../../demo/cognito/index.js';
import { launchBrowser } from '../support/browser.js';
import { serveCdn } from '../support/cdn.js';
import type { Cdn } from '../support/cdn.js';
import { PageVisitor } from './page/page-visitor.js';
import { problemsOf } from './page/problems.js';
import { pageWith } from './page/serve.js';

const ENTRY = 'auth-elements.js';

interface Script {
  readonly name: RegExp;
  /** How far a user gets without it. */
  readonly leadsTo: 'nowhere' | 'a form' | 'the app';
}

/** A script of each kind. */
const SCRIPTS: Readonly<Record<string, Script>> = {
  'the entry': { name: /^auth-elements/, leadsTo: 'nowhere' },
  'the chunk that it imports': { name: /^chunks\/core/, leadsTo: 'nowhere' },
  'the chart, which comes by itself': { name: /^chunks\/start-chart/, leadsTo: 'a form' },
  'a chunk for the sign-in': { name: /^chunks\/srp\./, leadsTo: 'a form' },
  'a screen that may be next': { name: /^define\/auth-confirm-sign-in/, leadsTo: 'the app' },
};

/** The same code with one byte changed where it has no effect: in the name of a license or of a source map. */
function flipped(file: Buffer): Buffer {
  const tampered = Buffer.from(file);
  const at = Math.max(file.indexOf('MIT |'), file.lastIndexOf('.js.map'));
  assert.ok(at > 0);
  tampered.writeUInt8(file.readUInt8(at) ^ 1, at);
  return tampered;
}

describe('A page with the hashes of the scripts from a CDN', () => {
  let cognito: LocalCognito;
  let browser: Browser;
  let cdn: Cdn;
  let published: Readonly<Record<string, string>>;
  let tampered: string | undefined;

  before(async () => {
    cognito = await startLocalCognito();
    browser = await launchBrowser();
    cdn = await serveCdn(
      (path) => ({ type: 'text/html', body: pageWith(markup(path === '/knowing')) }),
      (file, name) => (name === tampered ? flipped(file) : file),
    );
    // Written by the build.
    published = JSON.parse(readFileSync(`${cdn.folder}/integrity.json`, 'utf8')) as typeof published;
  });
  after(async () => {
    await browser.close();
    await cdn.close();
    await cognito.close();
  });
  beforeEach(() => {
    cdn.asked.length = 0;
    tampered = undefined;
  });

  /** The page of the documentation, with hashes or without. */
  function markup(isKnowing: boolean): string {
    const hashes = Object.entries(published).map(([file, hash]) => [`/cdn/${file}`, hash]);
    const map = JSON.stringify({ integrity: Object.fromEntries(hashes) as unknown });
    return `${isKnowing ? `<script type="importmap">${map}</script>` : ''}
      <script type="module" src="/cdn/${ENTRY}" ${isKnowing ? `integrity="${published[ENTRY]}"` : ''}></script>
      <auth-authenticator user-pool-id="us-east-1_Example1" user-pool-client-id="abc123"
        user-pool-endpoint="${cognito.endpoint}">
        <p>Only signed-in people see this</p>
      </auth-authenticator>`;
  }

  /** Opens the page, as far as it loads. */
  async function open(path: '/knowing' | '/trusting') {
    const page = await browser.newPage();
    const problems = await problemsOf(page);
    const refused = page
      .waitForEvent('console', (message) => message.text().includes('integrity'))
      .catch(() => undefined);
    await page.goto(cdn.origin + path);
    return { page, problems, refused, visitor: new PageVisitor(page, cognito, Date.now, { username: 'jane' }) };
  }

  async function signsIn(visitor: PageVisitor): Promise<void> {
    await visitor.form.waitFor();
    assert.deepEqual(await visitor.walk(), ['auth-sign-in', 'app']);
  }

  /** Fills in the form, and reads that the sign-in could not be loaded. */
  async function fails(visitor: PageVisitor): Promise<void> {
    await visitor.form.waitFor();
    await visitor.fill();
    await (await visitor.button()).click();
    await visitor.page.getByText('No connection.').first().waitFor();
  }

  async function isMissing(visitor: PageVisitor): Promise<void> {
    assert.equal(await visitor.page.evaluate(() => customElements.get('auth-authenticator')), undefined);
  }

  const OUTCOMES: Readonly<Record<Script['leadsTo'], (visitor: PageVisitor) => Promise<void>>> = {
    nowhere: isMissing,
    'a form': fails,
    'the app': signsIn,
  };

  it('has a hash for every published script', () => {
    const files = readdirSync(cdn.folder, { recursive: true, encoding: 'utf8' });
    assert.deepEqual(Object.keys(published), files.filter((file) => file.endsWith('.js')).sort());
  });

  it('runs them, and loads none without a hash', async () => {
    const { page, problems, visitor } = await open('/knowing');
    await signsIn(visitor);
    assert.deepEqual(problems, []);
    const missing = Object.entries(SCRIPTS).filter(([, { name }]) => !cdn.asked.some((file) => name.test(file)));
    assert.deepEqual(missing, []);
    const unknown = cdn.asked.filter((file) => !published[file]);
    assert.deepEqual(unknown, []);
    await page.close();
  });

  for (const [title, { name, leadsTo }] of Object.entries(SCRIPTS)) {
    const tamper = (): string => {
      tampered = Object.keys(published).find((file) => name.test(file));
      return tampered ?? assert.fail(`There is no ${String(name)} any more.`);
    };

    it(`does not run ${title} when one byte of it differs, and shows an error`, async () => {
      const file = tamper();
      const { page, problems, visitor, refused } = await open('/knowing');
      await OUTCOMES[leadsTo](visitor);
      await refused;
      // Waits for what follows from it.
      await page.evaluate(() => new Promise(requestAnimationFrame));
      // Some browsers fetch the script again when it is imported again, and refuse it again.
      const refusals = new Set(problems);
      assert.equal(refusals.size, 1);
      assert.match([...refusals].join(), new RegExp(`integrity.*/${file}'.*blocked`));
      await page.close();
    });

    it(`runs ${title} with that byte where it has no hashes: the control`, async () => {
      const file = tamper();
      const { page, problems, visitor } = await open('/trusting');
      await signsIn(visitor);
      assert.ok(cdn.asked.includes(file));
      assert.deepEqual(problems, []);
      await page.close();
    });
  }
});
