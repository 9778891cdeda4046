import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { expectError, expectStep } from '../../contracts/client.contract.js';
import { Authenticator } from '../../local-cognito/support/authenticator.js';
import { PasskeyBrowser } from '../../support/passkey-browser.js';
import { Stage } from '../stage.js';
import { CHOICE, ownerOf } from './owner.js';
import type { Owner } from './owner.js';

let stage: Stage;
let browser: PasskeyBrowser;
let owner: Owner;
beforeEach(async () => {
  stage = await Stage.open();
  browser = new PasskeyBrowser();
  browser.canSignal = true;
  browser.open();
  owner = await ownerOf(stage, 'cleo', CHOICE);
});
afterEach(async () => {
  browser.close();
  await stage.close();
});

const idOf = ({ id }: Authenticator): string => id.toString('base64url');

/** Makes requests of these operations fail as without a network. */
function lose(...operations: readonly string[]): void {
  stage.intercept = (request, pass) =>
    operations.some((operation) => request.headers.get('x-amz-target')?.endsWith(`.${operation}`))
      ? Promise.reject(new TypeError('Failed to fetch'))
      : pass();
}

describe('A password manager is told', () => {
  it('which passkeys are left when one is deleted', async () => {
    const { account, client } = owner;
    const security = new Authenticator();
    await account.createPasskey();
    browser.make = (options) => security.create(options);
    await account.createPasskey();
    await account.deletePasskey({ credentialId: idOf(browser.passkey) });
    const { user } = expectStep(await client.restore(), 'done');
    const userId = Buffer.from(user.sub).toString('base64url');
    assert.deepEqual(browser.signals, [{ rpId: 'localhost', userId, allAcceptedCredentialIds: [idOf(security)] }]);
    await account.deletePasskey({ credentialId: idOf(security) });
    assert.deepEqual(browser.signals.at(-1), { rpId: 'localhost', userId, allAcceptedCredentialIds: [] });
  });

  it('nothing when one is deleted and Cognito does not list the rest', async () => {
    const { account } = owner;
    await account.createPasskey();
    stage.intercept = async (request, pass) => {
      if (request.headers.get('x-amz-target')?.endsWith('.DeleteWebAuthnCredential')) lose('ListWebAuthnCredentials');
      return pass();
    };
    await account.deletePasskey({ credentialId: idOf(browser.passkey) });
    assert.deepEqual(browser.signals, []);
  });

  it('of a new passkey that Cognito did not accept', async () => {
    lose('CompleteWebAuthnRegistration');
    await expectError(owner.account.createPasskey(), 'offline');
    assert.deepEqual(browser.signals, [{ rpId: 'localhost', credentialId: idOf(browser.passkey) }]);
  });

  it('nothing of a new passkey that Cognito may have accepted', async () => {
    lose('CompleteWebAuthnRegistration', 'ListWebAuthnCredentials');
    await expectError(owner.account.createPasskey(), 'offline');
    assert.deepEqual(browser.signals, []);
  });
});
