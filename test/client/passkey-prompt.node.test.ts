import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { SeedPool } from '../../demo/cognito/index.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectStep, PASSWORD } from '../contracts/client.contract.js';
import { PasskeyBrowser } from '../support/passkey-browser.js';
import { Stage } from './stage.js';

/** A pool where a user chooses a factor, and what it says about passkeys. */
const pool = (id: string, passkeys: Partial<SeedPool['pool']>): SeedPool => ({
  title: id,
  pool: { id: `us-east-1_${id}`, firstFactors: ['PASSWORD', 'WEB_AUTHN'], ...passkeys },
  client: { id, authFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
  users: [{ username: 'kay', password: PASSWORD, attributes: { email: 'kay@example.com' }, note: '' }],
});

const party = (id: string) => ({ webAuthn: { id, userVerification: 'preferred' } }) as const;

describe('A user without a passkey', () => {
  let stage: Stage;
  let browser: PasskeyBrowser;
  beforeEach(async () => {
    browser = new PasskeyBrowser();
    browser.canKeep = true;
    browser.open();
    stage = await Stage.open([
      pool('off', {}),
      pool('elsewhere', party('example.com')),
      pool('below', party('app.localhost')),
      pool('here', party('localhost')),
    ]);
  });
  afterEach(async () => {
    browser.close();
    await stage.close();
  });

  const signsIn = (id: string) =>
    stage
      .client({ userPoolId: `us-east-1_${id}`, userPoolClientId: id, authFlow: 'USER_AUTH' })
      .signIn({ username: 'kay', password: new Secret(PASSWORD) });

  for (const [why, id] of [
    ['the pool has no relying party', 'off'],
    ['passkeys belong to another domain', 'elsewhere'],
    ['passkeys belong to a domain below this one', 'below'],
  ] as const) {
    it(`is not asked to create one where ${why}`, async () => {
      expectStep(await signsIn(id), 'done');
    });
  }

  it('is asked to create one for this page, and for a page of a subdomain', async () => {
    for (const hostname of ['localhost', 'app.localhost']) {
      browser.hostname = hostname;
      const { ticket } = expectStep(await signsIn('here'), 'passkeyPrompt');
      assert.ok(ticket);
    }
  });
});
