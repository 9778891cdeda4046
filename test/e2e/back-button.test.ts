import assert from 'node:assert/strict';
import { it } from 'node:test';
import { PASSWORD } from '../../demo/cognito/index.js';
import { APP } from '../support/demo.js';
import { setDemoStage } from '../support/demo-stage.js';
import { Person } from '../support/person.js';

const stage = setDemoStage();

// Some builds of Chromium have no back/forward cache, so the page is made deaf instead of frozen.
it('A page that was frozen during a sign-out shows nothing of the app when the back button restores it', async () => {
  const context = await stage.browser.newContext();
  const person = new Person(await context.newPage());
  await person.page.addInitScript(() => {
    Reflect.deleteProperty(window, 'BroadcastChannel');
    addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
  });
  await person.opens(stage.demo.url);
  await person.signsIn('jane', PASSWORD);
  await person.reads(APP);

  const other = new Person(await context.newPage());
  await other.opens(stage.demo.url);
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
