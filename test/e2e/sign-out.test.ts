import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PASSWORD } from '../../demo/cognito/index.js';
import { APP } from '../support/demo.js';
import { setDemoStage } from '../support/demo-stage.js';
import { Person } from '../support/person.js';
import { trials } from '../support/trials.js';

/** How long a request may be pending after the page was closed. Milliseconds. */
const PATIENCE = 30_000;

/** What a page does that ends with the sign-out. Runs in the page. */
const ENDS = {
  'whose page is left in the event': () =>
    addEventListener('auth-signed-out', () => location.replace('about:blank'), { once: true }),
  'whose tab closes with the click': () => addEventListener('click', () => close(), { once: true }),
} as const;

describe('A user who signs out,', () => {
  const stage = setDemoStage();

  /** Refreshes tokens as a thief of the refresh token would. Returns the HTTP status. */
  async function ask(operation: string, body: object): Promise<Response> {
    return fetch(stage.demo.cognito.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify({ ClientId: 'abc123', ...body }),
    });
  }

  async function isRevoked(token: string): Promise<boolean> {
    for (const end = Date.now() + PATIENCE; Date.now() < end;) {
      const { ok } = await ask('GetTokensFromRefreshToken', { RefreshToken: token });
      if (!ok) return true;
    }
    return false;
  }

  for (const [how, prepare] of Object.entries(ENDS)) {
    it(`${how}, leaves no working refresh token behind`, async () => {
      const opener = await (await stage.browser.newContext()).newPage();
      const count = trials(5, 40);
      for (let trial = 0; trial < count; trial += 1) {
        // A script may close what a script has opened.
        const [page] = await Promise.all([opener.waitForEvent('popup'), opener.evaluate(() => void open(''))]);
        const person = new Person(page);
        await person.opens(stage.demo.url);
        await person.signsIn('jane', PASSWORD);
        await person.reads(APP);
        const [token = ''] = await page.evaluate(() =>
          Object.values(localStorage).flatMap((text) => /"refreshToken":"([^"]+)"/.exec(String(text))?.[1] ?? []),
        );
        assert.ok((await ask('GetTokensFromRefreshToken', { RefreshToken: token })).ok, 'it works before');
        await page.evaluate(prepare);
        const unlessClosed = (error: unknown) => assert.ok(page.isClosed(), String(error));
        await Promise.all([
          page.waitForURL('about:blank').catch(unlessClosed),
          person.presses('Sign out').catch(unlessClosed),
        ]);
        assert.ok(await isRevoked(token), `revoked in trial ${trial + 1} of ${count}`);
        if (!page.isClosed()) await page.close();
      }
      await opener.context().close();
    });
  }
});
