import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { JSHandle, Page, Route } from 'playwright-core';
import { startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito, SeedPool } from '../../demo/cognito/index.js';
import type { AccountClient } from '../../src/client/account-client.js';
import { setDemoStage } from '../support/demo-stage.js';
import type { HeadlessPage } from '../support/headless-page.js';
import { VirtualAuthenticator } from '../support/virtual-authenticator.js';

const MINUTE = 60_000;
const PASSWORD = 'Correct-Horse-7';

const pool = (name: string, relyingParty: string): SeedPool => ({
  title: name,
  pool: {
    id: `us-east-1_${name}`,
    firstFactors: ['PASSWORD', 'WEB_AUTHN'],
    webAuthn: { id: relyingParty, userVerification: 'preferred' },
  },
  client: { id: name, authFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
  users: [{ username: 'kay', password: PASSWORD, attributes: { email: 'kay@example.com' }, note: '' }],
});

describe('a user whose browser can store passkeys', () => {
  const stage = setDemoStage();
  let now: number;
  let cognito: LocalCognito;
  let page: Page;
  let authenticator: VirtualAuthenticator;
  let account: JSHandle<AccountClient>;

  beforeEach(async () => {
    now = Date.now();
    cognito = await startLocalCognito({
      seed: [pool('here', 'localhost'), pool('elsewhere', 'example.com')],
      now: () => now,
    });
    page = await stage.browser.newPage();
    authenticator = await VirtualAuthenticator.add(page);
    await page.goto(stage.demo.page('headless'));
    await page.waitForFunction(() => 'headless' in globalThis);
    account = await signsIn('here');
  });
  afterEach(async () => {
    await page.context().close();
    await cognito.close();
  });

  const signsIn = (name: string): Promise<JSHandle<AccountClient>> =>
    page.evaluateHandle(
      async ({ password, ...config }) => {
        // The module makes itself a global of the page.
        const { createAuthClient, Secret } = (globalThis as unknown as HeadlessPage).headless;
        const client = createAuthClient(config);
        await client.signIn({ username: 'kay', password: new Secret(password) });
        return client.account();
      },
      {
        userPoolId: `us-east-1_${name}`,
        userPoolClientId: name,
        userPoolEndpoint: cognito.endpoint,
        password: PASSWORD,
      },
    );

  const makes = () => account.evaluate((account) => account.createPasskey());
  const listed = () => account.evaluate((account) => account.passkeys());

  /** The passkeys in the browser, by their ids in base64url. */
  const kept = async () => (await authenticator.kept()).map(({ id }) => id);

  const onRegistration = (handle: (route: Route) => Promise<void>) =>
    page.route(`${cognito.endpoint}**`, (route) =>
      route.request().headers()['x-amz-target']?.endsWith('.CompleteWebAuthnRegistration')
        ? handle(route)
        : route.continue(),
    );

  it('creates one, finds it in the account, and signs in with it', async () => {
    const made = await makes();
    assert.ok(made);
    const { credentialId, ...rest } = made;
    assert.deepEqual(rest, {
      name: 'Passkey 1',
      relyingPartyId: 'localhost',
      attachment: 'platform',
      transports: ['internal'],
      createdAt: now,
    });
    assert.deepEqual(await listed(), [made]);
    assert.deepEqual(await kept(), [credentialId]);

    const step = await page.evaluate(async (userPoolEndpoint) => {
      // As above.
      const { createAuthClient } = (globalThis as unknown as HeadlessPage).headless;
      const client = createAuthClient({
        userPoolId: 'us-east-1_here',
        userPoolClientId: 'here',
        userPoolEndpoint,
        storage: 'memory',
        authFlow: 'USER_AUTH',
      });
      const asked = await client.signIn({ username: 'kay', preferred: 'passkey' });
      return 'ticket' in asked ? client.answer({ ticket: asked.ticket, choice: 'passkey' }) : asked;
    }, cognito.endpoint);
    assert.equal(step.name, 'done');
  });

  it('creates one where the browser has no JSON methods, too', async () => {
    await page.evaluate(() => {
      Reflect.deleteProperty(PublicKeyCredential, 'parseCreationOptionsFromJSON');
      Reflect.deleteProperty(PublicKeyCredential.prototype, 'toJSON');
    });
    const made = await makes();
    assert.deepEqual(made?.transports, ['internal']);
    assert.deepEqual(await kept(), [made.credentialId]);
    await assert.rejects(makes(), /AuthError: passkey-exists/);
  });

  it('is told when there is one on this device already', async () => {
    await makes();
    await assert.rejects(makes(), /AuthError: passkey-exists/);
    assert.equal((await listed()).length, 1);
  });

  it('can cancel the browser’s dialog', async () => {
    await authenticator.takes(false);
    const started = page.waitForRequest((request) =>
      Boolean(request.headers()['x-amz-target']?.endsWith('.StartWebAuthnRegistration')),
    );
    const controller = await page.evaluateHandle(() => new AbortController());
    const made = account.evaluate((account, { signal }) => account.createPasskey({ signal }), controller);
    const refused = assert.rejects(made, /AuthError: cancelled/);
    await (await started).response();
    await controller.evaluate((controller) => controller.abort());
    await refused;
    assert.deepEqual(await kept(), []);
    assert.deepEqual(await listed(), []);
  });

  it('sees an error where passkeys are configured for another site', async () => {
    account = await signsIn('elsewhere');
    await assert.rejects(makes(), /AuthError: passkey-unavailable/);
  });

  it('does not keep one that Cognito refuses', { timeout: MINUTE }, async () => {
    const isThrownAway = authenticator.nextDeleted();
    await onRegistration((route) => {
      now += 5 * MINUTE;
      return route.continue();
    });
    await assert.rejects(makes(), /AuthError: timeout/);
    assert.ok(await isThrownAway);
    assert.deepEqual(await kept(), []);
    assert.deepEqual(await listed(), []);
  });

  it('keeps one that Cognito has accepted, when only the response was lost', async () => {
    await onRegistration(async (route) => {
      await route.fetch();
      await route.abort();
    });
    const made = await makes();
    assert.deepEqual(await listed(), [made]);
    assert.deepEqual(await kept(), [made?.credentialId]);
  });

  it('deletes one, and is not offered it any more', { timeout: MINUTE }, async () => {
    const made = await makes();
    const isThrownAway = authenticator.nextDeleted();
    const takesAway = () =>
      account.evaluate((account, credentialId) => account.deletePasskey({ credentialId }), made?.credentialId ?? '');
    await takesAway();
    // What is missing already counts as deleted.
    await takesAway();
    assert.equal(await isThrownAway, made?.credentialId);
    assert.deepEqual(await kept(), []);
    assert.deepEqual(await listed(), []);
  });
});
