import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { PASSWORD } from '../../demo/cognito/index.js';
import { APP } from '../support/demo.js';
import { setDemoStage } from '../support/demo-stage.js';
import { Person } from '../support/person.js';

const stage = setDemoStage();
let person: Person;
let problems: string[];

beforeEach(async () => {
  const page = await (await stage.browser.newContext()).newPage();
  person = new Person(page);
  problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
});
afterEach(async () => {
  await person.page.context().close();
  assert.deepEqual(problems, []);
});

const opens = (page: 'frameworks' | 'turbo' | 'htmx', more: Readonly<Record<string, string>> = {}) =>
  person.opens(
    stage.demo.page(page, {
      pool: 'us-east-1_Example1',
      client: 'abc123',
      endpoint: stage.demo.cognito.endpoint,
      ...more,
    }),
  );

/** How often something is in the page, seen or not. */
const count = (text: string) => person.app.getByText(text, { exact: true }).count();

/** Leads to another page, and waits until it is shown. */
type Visit = (lead: () => Promise<unknown>) => Promise<unknown>;

const follow: Visit = (lead) => lead();

/** Signs in, and has the page show the next one, where the app is there once. */
async function goesOnSignedIn(visits = follow): Promise<void> {
  await person.signsIn('jane', PASSWORD);
  await person.isAt(APP);
  await visits(() => person.app.getByRole('link', { name: 'Next page' }).click());
  await person.page.waitForURL(/\?next$/);
  await person.isAt(APP);
  assert.equal(await count(APP), 1);
}

/** Signs out, and goes back to the page before, which has one form and nothing of the app. */
async function goesBackSignedOut(visits = follow): Promise<void> {
  await person.presses('Sign out');
  await person.isAt('Sign in');
  await visits(() => person.page.goBack());
  await person.page.waitForURL(/pool=/);
  await person.isAt('Sign in');
  assert.equal(await count(APP), 0, 'it is not in the page');
  assert.equal(await person.app.getByRole('textbox', { name: 'Username' }).count(), 1);
}

for (const framework of ['React', 'Vue', 'Svelte', 'Lit']) {
  describe(`A component of ${framework} with an authenticator`, () => {
    it('changes what is around the form, and shows its app, without losing anything', async () => {
      await opens('frameworks', { framework });
      await person.isAt('Sign in');
      await person.types('Username', 'jane');
      await person.types('Password', PASSWORD);
      for (const text of ['Say hello', 'Say nothing', 'Say hello']) await person.presses(text);
      assert.equal(await person.valueOf('Username'), 'jane');
      assert.equal(await person.valueOf('Password'), PASSWORD);
      assert.equal(await person.sees(APP), false);

      await person.presses('Sign in');
      await person.isAt(APP);
      await person.reads('Signed in: jane');
      await person.presses('Show more');
      await person.reads('There is more');
      await person.presses('Say nothing');
      assert.equal(await person.sees('There is more'), true);
      assert.equal(await person.sees(APP), true);

      await person.presses('Sign out');
      await person.isAt('Sign in');
      assert.equal(await person.sees(APP), false);
      assert.equal(await person.sees('There is more'), false);
    });
  });
}

describe('A page with Turbo, which keeps copies of pages', () => {
  const visits: Visit = async (lead) => {
    const loads = () => document.documentElement.dataset['loads'];
    const before = await person.page.evaluate(loads);
    await lead();
    await person.page.waitForFunction((known) => document.documentElement.dataset['loads'] !== known, before);
  };

  it('has one form and one app, and nothing of the app comes back after the sign-out', async () => {
    await opens('turbo');
    await goesOnSignedIn(visits);

    await visits(() => person.page.goBack());
    await person.page.waitForURL(/pool=/);
    await person.isAt(APP);
    assert.equal(await count(APP), 1);
    assert.equal(await count('Sign out'), 1);

    await visits(() => person.page.goForward());
    await person.page.waitForURL(/\?next$/);
    await goesBackSignedOut(visits);
    assert.equal(await person.app.getByText('All of this is secret').count(), 0);
  });
});

describe('A page with htmx, which puts markup of the server in the place of what is there', () => {
  it('keeps the form that the server does not know of when it merges the two', async () => {
    await opens('htmx');
    await person.isAt('Sign in');
    await person.types('Username', 'jane');
    const again = person.page.waitForResponse(/\?again$/);
    await person.presses('Look again');
    await (await again).finished();
    await person.types('Password', PASSWORD);
    await person.presses('Sign in');
    await person.isAt(APP);
    assert.equal(await count(APP), 1);
  });

  it('has one form and one app, and nothing of the app comes back after the sign-out', async () => {
    await opens('htmx');
    await goesOnSignedIn();
    await goesBackSignedOut();
  });
});
