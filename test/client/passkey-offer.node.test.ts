import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Secret } from '../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD } from '../contracts/client.contract.js';
import { PasskeyBrowser } from '../support/passkey-browser.js';
import { until } from '../support/until.js';
import { ownerOf } from './account/owner.js';
import { Stage } from './stage.js';

const POOL = { userPoolId: 'us-east-1_Example3', userPoolClientId: 'ghi789', authFlow: 'USER_AUTH' } as const;
const CLEO = { username: 'cleo', password: new Secret(PASSWORD) };

let stage: Stage;
let browser: PasskeyBrowser;
beforeEach(async () => {
  stage = await Stage.open();
  browser = new PasskeyBrowser();
  browser.open();
  const { client, account } = await ownerOf(stage, 'cleo', POOL);
  await account.createPasskey();
  await client.signOut({});
  expectStep(await client.signIn({ username: 'cleo', preferred: 'passkey' }), 'done');
  await client.signOut({});
  browser.requests.length = 0;
});
afterEach(async () => {
  browser.close();
  await stage.close();
});

describe('A passkey that is offered by autofill', () => {
  it('signs again for the next try when the response was lost: a signature is sent once', async () => {
    const client = stage.client(POOL);
    const { ticket } = expectStep(await client.offerPasskey(), 'selectFactor');
    const sent: string[] = [];
    let isOffline = true;
    stage.intercept = async (request, pass) => {
      sent.push(await request.clone().text());
      if (isOffline) throw new TypeError('Failed to fetch');
      return pass();
    };
    await expectError(client.answer({ ticket, choice: 'passkey' }), 'offline');
    isOffline = false;
    expectStep(await client.answer({ ticket, choice: 'passkey' }), 'done');
    const signatures = sent.map((body) => /\\"signature\\":\\"(.*?)\\"/.exec(body)?.[1]);
    assert.equal(new Set(signatures).size, 2, String(signatures));
    assert.equal(browser.requests.length, 2);
  });

  it('is withdrawn by the next request, also after another offer was', async () => {
    browser.react = PasskeyBrowser.wait;
    const first = expectError(stage.client(POOL).offerPasskey(), 'cancelled');
    await until(() => browser.requests.length === 1);
    const second = expectError(stage.client(POOL).offerPasskey(), 'cancelled');
    await first;
    await until(() => browser.requests.length === 2);
    browser.react = PasskeyBrowser.refuse;
    await expectError(stage.client(POOL).signIn({ username: 'cleo', preferred: 'passkey' }), 'cancelled');
    assert.equal(browser.requests[1]?.signal?.aborted, true);
    await second;
  });

  it('is withdrawn before the page asks the browser for a new one', async () => {
    browser.react = PasskeyBrowser.wait;
    const offer = expectError(stage.client(POOL).offerPasskey(), 'cancelled');
    await until(() => browser.requests.length > 0);
    const client = stage.client(POOL);
    expectStep(await client.signIn(CLEO), 'done');
    let isWithdrawn: boolean | undefined;
    browser.make = () => {
      isWithdrawn = browser.requests[0]?.signal?.aborted;
      throw new DOMException('Closed.', 'NotAllowedError');
    };
    await expectError((await client.account()).createPasskey(), 'cancelled');
    assert.equal(isWithdrawn, true);
    await offer;
  });
});
