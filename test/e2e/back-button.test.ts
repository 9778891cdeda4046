import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startDemo } from '../support/demo.js';
import type { Demo } from '../support/demo.js';
import { Person } from '../support/person.js';

const APP = 'Only signed-in people see this';

let demo: Demo;
let browser: Browser;
before(async () => {
  demo = await startDemo();
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await demo.close();
});

// Some builds of Chromium keep no page for the back button, so here one is deaf instead of frozen.
it('A page that stood still while somebody signed out shows nothing of the app when the back button brings it back', async () => {
  const context = await browser.newContext();
  const person = new Person(await context.newPage());
  await person.page.addInitScript(() => {
    Reflect.deleteProperty(window, 'BroadcastChannel');
    addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
  });
  await person.opens(demo.url);
  await person.signsIn('jane', 'Correct-Horse-7');
  await person.reads(APP);

  const other = new Person(await context.newPage());
  await other.opens(demo.url);
  await other.reads(APP);
  await other.presses('Sign out');
  await other.isAt('Sign in');
  assert.equal(await person.sees(APP), true);

  const isShown = await person.page.evaluate(
    (text) =>
      new Promise<boolean>((resolve) => {
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        requestAnimationFrame(() => resolve(document.body.innerText.includes(text)));
      }),
    APP,
  );
  assert.equal(isShown, false, 'in the very first frame');
  await person.isAt('Sign in');
  await context.close();
});
