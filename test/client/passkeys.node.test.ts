import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AuthClient } from '../../src/client/auth-client.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD } from '../contracts/client.contract.js';
import { Authenticator } from '../local-cognito/support/authenticator.js';
import { PasskeyBrowser } from '../support/passkey-browser.js';
import { Stage } from './stage.js';

const POOL = { userPoolId: 'us-east-1_Example3', userPoolClientId: 'ghi789', authFlow: 'USER_AUTH' } as const;
const username = 'cleo';

let stage: Stage;
let browser: PasskeyBrowser;
let client: ReturnType<Stage['client']>;

/** Sends a request as any other client could. */
async function ask(operation: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(stage.cognito.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** Gives Cleo the passkey of this browser, and signs her out again. */
async function register(): Promise<void> {
  const page: AuthClient = stage.client(POOL);
  await page.signIn({ username, password: new Secret(PASSWORD) });
  const { accessToken: AccessToken } = await page.getTokens();
  const { CredentialCreationOptions } = await ask('StartWebAuthnRegistration', { AccessToken });
  // Checked by Cognito in a moment.
  const Credential = browser.passkey.create(CredentialCreationOptions as Parameters<Authenticator['create']>[0]);
  await ask('CompleteWebAuthnRegistration', { AccessToken, Credential });
  await page.signOut({});
}

beforeEach(async () => {
  stage = await Stage.open();
  browser = new PasskeyBrowser();
  browser.open();
  await register();
  stage.asked.length = 0;
  client = stage.client(POOL);
});
afterEach(async () => {
  browser.close();
  await stage.close();
});

const byPasskey = () => client.signIn({ username, preferred: 'passkey' });

describe('A person with a passkey', () => {
  it('is in with nothing but that', async () => {
    assert.equal(expectStep(await byPasskey(), 'done').user.username, username);
    assert.deepEqual(stage.asked, ['InitiateAuth', 'RespondToAuthChallenge']);
  });

  it('chooses it among other ways', async () => {
    const { ticket, factors } = expectStep(await client.signIn({ username }), 'selectFactor');
    assert.ok(factors.includes('passkey'));
    expectStep(await client.answer({ ticket, choice: 'passkey' }), 'done');
  });

  it('who closes the dialog of the browser can open it again', async () => {
    browser.react = PasskeyBrowser.refuse;
    await expectError(byPasskey(), 'cancelled');
    browser.react = (options) => browser.passkey.get(options);
    expectStep(await byPasskey(), 'done');
  });

  it('who chose it and does not want to show it after all can choose anew', async () => {
    const { ticket } = expectStep(await client.signIn({ username }), 'selectFactor');
    browser.react = PasskeyBrowser.refuse;
    await expectError(client.answer({ ticket, choice: 'passkey' }), 'cancelled');
    await expectError(client.answer({ ticket, choice: 'passkey' }), 'cancelled');
    expectStep(await client.answer({ ticket, choice: 'password', answer: new Secret(PASSWORD) }), 'done');
  });

  it('hears of a passkey that is not theirs that it is not, and can choose another way', async () => {
    const { ticket } = expectStep(await client.signIn({ username }), 'selectFactor');
    browser.react = (options) => new Authenticator().get(options);
    await expectError(byPasskey(), 'passkey-rejected');
    await expectError(client.answer({ ticket, choice: 'passkey' }), 'passkey-rejected');
    expectStep(await client.answer({ ticket, choice: 'password', answer: new Secret(PASSWORD) }), 'done');
  });

  it('hears so when this browser knows none', async () => {
    browser.close();
    await expectError(byPasskey(), 'passkey-unavailable');
  });

  it('is asked for another way when the pool has forgotten the passkey', async () => {
    await byPasskey();
    const { accessToken: AccessToken } = await client.getTokens();
    await ask('DeleteWebAuthnCredential', { AccessToken, CredentialId: browser.passkey.id.toString('base64url') });
    const { factors } = expectStep(await byPasskey(), 'selectFactor');
    assert.ok(!factors.includes('passkey'));
  });

  it('can stop waiting for the browser', async () => {
    browser.react = PasskeyBrowser.wait;
    const stop = new AbortController();
    const asked = expectError(client.signIn({ username, preferred: 'passkey' }, stop.signal), 'cancelled');
    while (!browser.requests.length) await new Promise(setImmediate);
    stop.abort();
    await asked;
    assert.equal(browser.requests[0]?.signal?.aborted, true);
  });
});
