import assert from 'node:assert/strict';
import { it } from 'node:test';
import { launchBrowser } from '../support/browser.js';
import { startDemo } from '../support/demo.js';

it('A user whose QR code cannot be loaded has the key and the link, and no empty box', async (test) => {
  const demo = await startDemo();
  test.after(() => demo.close());
  const browser = await launchBrowser();
  test.after(() => browser.close());

  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  const failure = page.waitForEvent('requestfailed');
  await page.route('**/assets/qr-path.js', (route) => route.abort());
  await page.goto(`${demo.url}gallery.html`);
  await failure;

  const scene = page.locator('section[aria-labelledby=totp-setup] figure').first();
  await scene.getByRole('link', { name: 'Open in an authenticator app' }).waitFor();
  await scene.locator('svg[data-auth=qr]').waitFor({ state: 'detached' });
  await scene.getByText('Can’t scan it?').click();
  await scene.getByText('JBSW Y3DP').waitFor();
  assert.deepEqual(problems, []);
});
