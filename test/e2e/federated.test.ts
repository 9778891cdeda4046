import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { APP } from '../support/demo.js';
import { Person } from '../support/person.js';
import { setDemoStage } from '../support/demo-stage.js';
import { setRedirectStage } from '../support/redirect-stage.js';

const GOOGLE = 'Continue with Google';

describe('A user who signs in by a provider', () => {
  const stage = setRedirectStage({ upstream: true });
  let page: Page;
  let person: Person;
  let home: string;
  beforeEach(() => ({ page, person, home } = stage));

  /** Presses the button, and waits for the page of the provider. */
  const leaves = async (): Promise<void> => {
    await person.presses(GOOGLE);
    await page.getByRole('button', { name: 'Continue', exact: true }).waitFor();
    assert.equal(new URL(page.url()).origin, stage.demo.cognito.upstream);
  };

  const signsInThere = async (login: string): Promise<void> => {
    await page.getByRole('textbox').fill(login);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
  };

  const isFree = async (): Promise<void> => {
    await person.app.locator('[data-provider=google][aria-disabled=false]').waitFor();
    assert.equal(await person.app.locator('[data-auth~=spinner]').count(), 0);
  };

  it('goes there by the button, and comes back signed in', async () => {
    await leaves();
    await signsInThere('gina');
    await person.reads(APP);
    assert.equal(page.url(), home);
    const username = await page.evaluate(() => window.redirect.auth.getState().user?.username);
    assert.equal(username, 'google_gina');
  });

  it('cancels there, reads that nothing came of it, and can press again', async () => {
    await leaves();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await person.isAt('Sign in');
    await person.reads('Cancelled.');
    assert.equal(
      await person.app.locator('[data-auth~=alert], [aria-live=assertive]').filter({ hasText: /./ }).count(),
      0,
    );
    await isFree();
    await leaves();
    await signsInThere('greg');
    await person.reads(APP);
  });

  it('goes Back, finds the button free, and can press again', async () => {
    await leaves();
    await page.goBack();
    await person.isAt('Sign in');
    await isFree();
    await leaves();
    await signsInThere('gina');
    await person.reads(APP);
  });

  it('sees which button was pressed, as long as the page of the provider does not come', async () => {
    // An answer without content (RFC 9110, section 15.3.5): the user stays, and no other page is on its way.
    await page.route('**/oauth2/authorize**', (route) => route.fulfill({ status: 204 }));
    await person.presses(GOOGLE);
    const google = person.app.getByRole('button', { name: GOOGLE });
    await google.and(page.locator('[aria-disabled=true]')).locator('[data-auth~=spinner]').waitFor();
    const spinners = person.app.locator('[data-auth~=spinner]').filter({ visible: true });
    assert.equal(await spinners.count(), 1, 'not the button of the form');
  });
});

describe('The demo', () => {
  const stage = setDemoStage({ upstream: true });

  it('has a pool with sign-in pages and a provider', async () => {
    const page = await stage.browser.newPage();
    const person = new Person(page);
    await person.opens(stage.demo.url);
    await page.getByText('Other pools, for other sign-in methods').click();
    await page.getByRole('link', { name: 'Hosted pages' }).click();
    await person.presses('Continue on the sign-in page');
    await page.getByLabel('Username or email').waitFor();
    await page.goBack();
    await person.presses(GOOGLE);
    await page.getByRole('button', { name: 'Continue', exact: true }).waitFor();
    await page.getByRole('textbox').fill('gina');
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await person.reads(APP);
    await page.close();
  });
});
