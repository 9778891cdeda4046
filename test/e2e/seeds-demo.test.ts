import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { setDemoStage } from '../support/demo-stage.js';

describe('The pages of the demo about guides', () => {
  const stage = setDemoStage();
  let page: Page;

  beforeEach(async () => {
    const context = await stage.browser.newContext();
    page = await context.newPage();
    await page.goto(stage.demo.url);
    await page.getByRole('link', { name: 'Guides' }).click();
    await page.getByRole('heading', { name: 'Authentication, with the Amplify CLI (2018)' }).waitFor();
  });

  /** Runs a step with what is typed into its fields, and waits for what it shows. */
  async function runs(title: string, typed: Readonly<Record<string, string>>, ...shown: readonly string[]) {
    const step = page.getByRole('group', { name: title, exact: true });
    for (const [name, value] of Object.entries(typed)) await step.getByLabel(name, { exact: true }).fill(value);
    await step.getByRole('button', { name: `Run ${title}`, exact: true }).click();
    for (const text of shown) await step.getByRole('log').getByText(text).first().waitFor();
  }

  it('run the code of a guide, from a new account to its sign-out', async () => {
    const ida = { username: 'ida' };
    await runs('sign-up.js, part 1', ida, '"userConfirmed": false');
    // The code from the outbox stands in its field.
    await runs('sign-up.js, part 2', ida, 'SUCCESS', 'confirmSignUp');
    await runs('sign-in.js, part 1', ida, 'CognitoUser ida', 'signIn: ');
    await runs('current-user.js', {}, '"email": "ida@example.com"');
    await runs('change-password.js', {}, 'SUCCESS');
    await runs('sign-out.s1.js, part 1', {}, 'signOut: ');
    await runs('sign-in.js, part 1', ida, 'NotAuthorizedException: Incorrect username or password.');
    await runs('sign-in.js, part 1', { password: 'newPassword' }, 'CognitoUser ida');
  });
});
