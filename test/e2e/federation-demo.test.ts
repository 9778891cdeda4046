import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { setDemoStage } from '../support/demo-stage.js';

describe('The page of the demo about sign-in elsewhere', () => {
  const stage = setDemoStage({ upstream: true });
  let page: Page;

  beforeEach(async () => {
    const context = await stage.browser.newContext();
    page = await context.newPage();
    await page.goto(`${stage.demo.url}federation.html`);
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  });

  const presses = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const reads = (text: string | RegExp) => page.getByText(text).first().waitFor();

  const isThere = () => page.waitForURL(`${stage.demo.cognito.upstream!}/**`);

  const signsInThere = async (login: string): Promise<void> => {
    await isThere();
    await page.getByRole('textbox').fill(login);
    await presses('Continue');
  };

  it('has credentials for guests, and for whoever signs in by Google: the same identity, another role', async () => {
    await presses('Call AWS');
    await reads(/^Let in as .*LocalGuestRole/);
    const identity = await page.getByText(/^us-east-1:/).textContent();
    await presses('Continue with Google');
    await signsInThere('gina');
    await reads('Hello, Gina');
    await presses('Call AWS');
    await reads(/^Let in as .*LocalUserRole/);
    assert.equal(
      await page
        .getByText(/^us-east-1:[\da-f-]+$/)
        .last()
        .textContent(),
      identity,
    );
    await presses('Renew');
    await reads('These are new.');
    await presses('Sign out everywhere');
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  });

  it('shows the icon of an issuer', async () => {
    const icon = page.getByRole('button', { name: 'Continue with Example Inc.' }).locator('img');
    assert.ok(
      await icon.evaluate(async (image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 0)),
    );
  });

  it('signs users in at an issuer, for the identity pool alone', async () => {
    await presses('Continue with Example Inc.');
    await signsInThere('greg');
    await reads('Hello, Greg');
    await presses('Call AWS');
    await reads(/^Let in as .*LocalUserRole/);
  });

  it('marks the provider by which the last user came back, not the one that was only pressed', async () => {
    const marked = page.getByRole('button', { name: 'Continue with Google Last used', exact: true });
    // The address of the local Cognito is a part of the key.
    const isKept = (text: string) =>
      page.waitForFunction(
        (value) =>
          Object.keys(localStorage).some((key) => key.endsWith('.method') && localStorage.getItem(key) === value),
        text,
      );
    await presses('Continue with Google');
    await signsInThere('gina');
    await reads('Hello, Gina');
    await presses('Sign out everywhere');
    await marked.waitFor();
    await isKept('{"provider":"google"}');
    await presses('Continue with Example Inc.');
    await isThere();
    await page.goBack();
    await marked.waitFor();
    await presses('Continue with Example Inc.');
    await signsInThere('greg');
    await reads('Hello, Greg');
    await isKept('{"provider":"example"}');
  });

  it('leads a mail address to the provider of its domain, and back with what was typed', async () => {
    await page.getByLabel('Username').fill('greg@google.example');
    await presses('Continue');
    await isThere();
    await presses('Cancel');
    await page.getByLabel('Password', { exact: true }).waitFor();
    assert.equal(await page.getByLabel('Username').inputValue(), 'greg@google.example');
    await reads('Cancelled.');
  });

  it('asks for the password where nobody else signs the user in', async () => {
    await page.getByLabel('Username').fill('hana');
    await presses('Continue');
    await page.getByLabel('Password', { exact: true }).fill('Correct-Horse-7');
    await presses('Sign in');
    await reads('Hello, Hana');
  });
});
