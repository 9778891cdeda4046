import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PASSWORD } from '../../demo/cognito/index.js';
import { setDemoStage } from '../support/demo-stage.js';

const stage = setDemoStage();

describe('Two authenticators of one pool on a page, each with attributes of its own', () => {
  it('follow each other in and out, before and after the other was used', async () => {
    const page = await stage.browser.newPage();
    const pool = { pool: 'us-east-1_Example1', client: 'abc123', endpoint: stage.demo.cognito.endpoint };
    await page.goto(stage.demo.page('turbo', pool));
    await page.evaluate(({ pool, client, endpoint }) => {
      const sections = ['One', 'Two'].map((ariaLabel) => {
        const section = Object.assign(document.createElement('section'), { ariaLabel });
        const element = section.appendChild(document.createElement('auth-authenticator'));
        element.setAttribute('user-pool-id', pool);
        element.setAttribute('user-pool-client-id', client);
        element.setAttribute('user-pool-endpoint', endpoint);
        element.append(Object.assign(document.createElement('h3'), { textContent: 'The app' }));
        return section;
      });
      document.body.replaceChildren(...sections);
    }, pool);
    const [one, two] = ['One', 'Two'].map((name) => page.getByRole('region', { name })) as [
      ReturnType<typeof page.getByRole>,
      ReturnType<typeof page.getByRole>,
    ];
    for (const [here, there] of [
      [one, two],
      [two, one],
    ] as const) {
      await there.getByRole('heading', { name: 'Sign in' }).waitFor();
      await here.getByLabel('Username').fill('jane');
      await here.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await here.getByRole('button', { name: 'Sign in' }).click();
      await here.getByRole('heading', { name: 'The app' }).waitFor();
      await there.getByRole('heading', { name: 'The app' }).waitFor();
      await here.getByRole('button', { name: 'Sign out' }).click();
      await there.getByRole('heading', { name: 'Sign in' }).waitFor();
      assert.equal(await there.getByRole('heading', { name: 'The app' }).isVisible(), false);
    }
    await page.context().close();
  });
});
