import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import type { SeedPool } from '../../demo/cognito/index.js';
import { APP } from '../support/demo.js';
import { setDemoStage } from '../support/demo-stage.js';
import { Person } from '../support/person.js';
import { VirtualAuthenticator } from '../support/virtual-authenticator.js';

const PASSWORD = 'Correct-Horse-7';
const BY_PASSKEY = 'Sign in with a passkey';

/** A user for each test, so that none has the passkeys of another. */
const NAMES = ['ada', 'bea', 'cleo', 'dot', 'eve', 'fay', 'gwen', 'hal', 'ivy'] as const;

const POOL: SeedPool = {
  title: 'Passkeys',
  authFlow: 'USER_AUTH',
  pool: {
    id: 'us-east-1_Passkeys',
    firstFactors: ['PASSWORD', 'WEB_AUTHN'],
    webAuthn: { id: 'localhost', userVerification: 'required' },
  },
  client: { id: 'passkeys', authFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  users: NAMES.map((username) => ({
    username,
    password: PASSWORD,
    attributes: { email: `${username}@example.com`, email_verified: 'true' },
    note: '',
  })),
};

/** The requests of a page to the browser, recorded by a script in it. */
interface Asked {
  readonly mediation: string | undefined;
  /** Whether the browser has not responded yet. */
  isPending: boolean;
}
interface WatchedPage {
  readonly asked: Asked[];
}

/** The operations that a page requests from Cognito. */
function operationsOf(page: Page): string[] {
  const operations: string[] = [];
  page.on('request', (request) => {
    const target = request.headers()['x-amz-target'];
    if (target) operations.push(target.replace(/^.*\./, ''));
  });
  return operations;
}

describe('a user whose device stores passkeys', () => {
  const stage = setDemoStage({ seed: [POOL] });
  let context: BrowserContext | undefined;
  let authenticator: VirtualAuthenticator;
  let person: Person;
  const names = NAMES.values();
  let name: string;
  const problems: string[] = [];

  beforeEach(async () => {
    name = names.next().value ?? assert.fail('There is no unused user left.');
    context = await stage.browser.newContext();
    context.on('weberror', (error) => problems.push(String(error.error())));
    // Some requests of the page are visible only here.
    await context.addInitScript(() => {
      if (!isSecureContext) return;
      const asked: Asked[] = [];
      const get = navigator.credentials.get.bind(navigator.credentials);
      navigator.credentials.get = (options) => {
        const request = { mediation: options?.mediation, isPending: true };
        asked.push(request);
        return get(options).finally(() => (request.isPending = false));
      };
      Object.assign(globalThis, { asked });
    });
    const page = await context.newPage();
    authenticator = await VirtualAuthenticator.add(page);
    person = new Person(page);
  });
  afterEach(async () => {
    await context?.close();
    assert.deepEqual(problems, []);
  });

  /** The pending requests for a passkey. */
  const pending = () =>
    person.page.evaluate(() =>
      // The script above makes them a global of the page.
      (globalThis as unknown as WatchedPage).asked
        .filter(({ isPending }) => isPending)
        .map(({ mediation }) => mediation),
    );

  /** Waits until the browser offers a passkey, or no longer does. */
  const isOffered = (count: 0 | 1) =>
    person.page.waitForFunction(
      (count) =>
        // As above.
        (globalThis as unknown as WatchedPage).asked.filter(
          ({ isPending, mediation }) => isPending && mediation === 'conditional',
        ).length === count,
      count,
    );

  async function goesOn(): Promise<void> {
    await person.isAt('Sign in');
    await person.types('Username', name);
    await person.presses('Continue');
  }

  /** Signs in by the password, up to the prompt. */
  async function comesByPassword(): Promise<void> {
    await goesOn();
    await person.isAt('Enter your password');
    await person.types('Password', PASSWORD);
    await person.presses('Sign in');
  }

  /** Creates a passkey, and signs out. */
  async function registers(): Promise<void> {
    await person.opens(stage.demo.url);
    await comesByPassword();
    await person.presses('Create a passkey');
    await person.reads(APP);
    await leaves();
  }

  /** Signs in by the button on the form, while the browser offers the passkey by autofill. */
  async function signsInByPasskey(): Promise<void> {
    await isOffered(1);
    await authenticator.takes(true);
    await person.types('Username', name);
    await person.presses(BY_PASSKEY);
    await person.reads(APP);
  }

  /** Signs out, and ignores the offer of the form. */
  async function leaves(): Promise<void> {
    await authenticator.takes(false);
    await person.presses('Sign out');
    await person.isAt('Sign in');
  }

  it('creates one after the sign-in, and needs nothing else from then on', async () => {
    await person.opens(stage.demo.url);
    await comesByPassword();
    await person.isAt('Sign in faster next time');
    assert.equal(await person.sees(APP), false);
    await person.presses('Create a passkey');
    await person.reads(APP);
    assert.deepEqual(
      (await authenticator.kept()).map(({ relyingPartyId, isDiscoverable }) => ({ relyingPartyId, isDiscoverable })),
      [{ relyingPartyId: 'localhost', isDiscoverable: true }],
    );

    // By the button on the form.
    await leaves();
    await signsInByPasskey();
    assert.deepEqual(await pending(), []);

    // By choice among the factors of Cognito.
    await leaves();
    await goesOn();
    await person.isAt('Choose how to sign in');
    assert.deepEqual(await pending(), []);
    await authenticator.takes(true);
    await person.presses('Use a passkey');
    await person.reads(APP);
  });

  it('uses it by autofill the next day, without typing a name', async () => {
    await registers();
    await isOffered(1);
    const operations = operationsOf(person.page);
    await person.page.reload();
    await person.isAt('Sign in');
    await isOffered(1);
    assert.deepEqual(operations, ['InitiateAuth']);
    assert.equal(await person.valueOf('Username'), '', 'the name is not shown');

    operations.length = 0;
    await authenticator.takes(true);
    await person.page.reload();
    await person.reads(APP);
    assert.deepEqual(operations, ['InitiateAuth', 'RespondToAuthChallenge']);
  });

  it('is offered it only as long as the form is shown, and once', async () => {
    await registers();
    await isOffered(1);
    await person.presses('Create an account');
    await person.isAt('Create an account');
    await isOffered(0);
    await person.presses('Sign in');
    await person.isAt('Sign in');
    await isOffered(1);
    await person.page.evaluate(() => {
      const another = document.createElement('auth-sign-in');
      document.querySelector('auth-authenticator')?.append(another);
      another.remove();
    });
    await isOffered(1);
    await person.page.evaluate(() => document.querySelector('auth-authenticator')?.remove());
    await isOffered(0);
  });

  it('can cancel, without an error and without a dead end', async () => {
    await registers();
    await isOffered(1);
    await authenticator.canBeUnlocked(false);
    await authenticator.takes(true);
    await person.types('Username', name);
    await person.presses(BY_PASSKEY);
    await person.reads('Cancelled.');
    assert.equal(await person.app.locator('[data-auth~="alert"]').count(), 0);

    await goesOn();
    await person.isAt('Choose how to sign in');
    await person.presses('Use a passkey');
    await person.reads('Cancelled.');
    assert.equal(await person.app.locator('[data-auth~="alert"]').count(), 0);
    await person.types('Password', PASSWORD);
    await person.presses('Sign in');
    await person.reads(APP);
  });

  it('deletes it, and neither the browser nor Cognito offers it any more', async () => {
    await registers();
    await signsInByPasskey();
    const before = await person.page.evaluate(async () => {
      const account = await document.querySelector('auth-authenticator')!.auth!.client.account();
      const passkeys = await account.passkeys();
      for (const { credentialId } of passkeys) await account.deletePasskey({ credentialId });
      return { passkeys, left: await account.passkeys() };
    });
    assert.deepEqual(
      before.passkeys.map(({ relyingPartyId }) => relyingPartyId),
      ['localhost'],
    );
    assert.deepEqual(before.left, []);
    await leaves();
    await goesOn();
    await person.isAt('Enter your password');
  });

  it('signs in where the browser has no JSON methods, too', async () => {
    await person.page.addInitScript(() => {
      if (!isSecureContext) return;
      Reflect.deleteProperty(PublicKeyCredential, 'parseRequestOptionsFromJSON');
      Reflect.deleteProperty(PublicKeyCredential.prototype, 'toJSON');
    });
    await registers();
    await signsInByPasskey();
  });

  it('continues when they have created one in the meantime, and signs in by it', async () => {
    await person.opens(stage.demo.url);
    await comesByPassword();
    await person.isAt('Sign in faster next time');
    await person.page.evaluate(async () => {
      const account = await document.querySelector('auth-authenticator')!.auth!.client.account();
      await account.createPasskey();
    });
    await person.presses('Create a passkey');
    await person.reads(APP);
    assert.equal((await authenticator.kept()).length, 1);
    await leaves();
    await signsInByPasskey();
  });

  it('is not asked where the browser has no passkeys', async () => {
    await person.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
    await person.opens(stage.demo.url);
    await comesByPassword();
    await person.reads(APP);
    await leaves();
    await person.types('Username', name);
    assert.equal(await person.sees(BY_PASSKEY), false);
  });

  it('is not asked again soon after “not now”', async () => {
    await person.opens(stage.demo.url);
    await comesByPassword();
    await person.presses('Not now');
    await person.reads(APP);
    await leaves();
    await comesByPassword();
    await person.reads(APP);
  });
});
