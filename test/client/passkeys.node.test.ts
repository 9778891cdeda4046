import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AuthClient, SignOutInput } from '../../src/client/auth-client.js';
import type { Decision, Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import type { UserPoolConfig } from '../../src/config/config.js';
import { expectError, expectStep, PASSWORD } from '../contracts/client.contract.js';
import { Authenticator } from '../local-cognito/support/authenticator.js';
import { granted, post } from '../local-cognito/support/protocol.js';
import { PasskeyBrowser } from '../support/passkey-browser.js';
import { until } from '../support/until.js';
import { Stage } from './stage.js';

const POOL = { userPoolId: 'us-east-1_Example3', userPoolClientId: 'ghi789', authFlow: 'USER_AUTH' } as const;
const username = 'cleo';

let stage: Stage;
let browser: PasskeyBrowser;
let client: ReturnType<Stage['client']>;

/** Sends a request without the client. */
const ask = (operation: string, body: object) => granted(post(stage.cognito.endpoint, operation, body));

/** Registers a passkey of this browser for Cleo, and signs her out again. */
async function register(): Promise<void> {
  const page: AuthClient = stage.client(POOL);
  await page.signIn({ username, password: new Secret(PASSWORD) });
  const { accessToken: AccessToken } = await page.getTokens();
  const { CredentialCreationOptions } = await ask('StartWebAuthnRegistration', { AccessToken });
  // Cognito checks it.
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

describe('A user with a passkey', () => {
  it('signs in with it alone', async () => {
    assert.equal(expectStep(await byPasskey(), 'done').user.username, username);
    assert.deepEqual(stage.asked, ['InitiateAuth', 'RespondToAuthChallenge']);
  });

  it('chooses it among other factors', async () => {
    const { ticket, factors } = expectStep(await client.signIn({ username }), 'selectFactor');
    assert.ok(factors.includes('passkey'));
    expectStep(await client.answer({ ticket, choice: 'passkey' }), 'done');
  });

  it('who closes the browser’s dialog can open it again', async () => {
    browser.react = PasskeyBrowser.refuse;
    await expectError(byPasskey(), 'cancelled');
    browser.react = (options) => browser.passkey.get(options);
    expectStep(await byPasskey(), 'done');
  });

  it('who chose it and cancels can choose again', async () => {
    const { ticket } = expectStep(await client.signIn({ username }), 'selectFactor');
    browser.react = PasskeyBrowser.refuse;
    await expectError(client.answer({ ticket, choice: 'passkey' }), 'cancelled');
    await expectError(client.answer({ ticket, choice: 'passkey' }), 'cancelled');
    expectStep(await client.answer({ ticket, choice: 'password', answer: new Secret(PASSWORD) }), 'done');
  });

  it('sees an error for a passkey of another user, and can choose another factor', async () => {
    const { ticket } = expectStep(await client.signIn({ username }), 'selectFactor');
    browser.react = (options) => new Authenticator().get(options);
    await expectError(byPasskey(), 'passkey-rejected');
    await expectError(client.answer({ ticket, choice: 'passkey' }), 'passkey-rejected');
    expectStep(await client.answer({ ticket, choice: 'password', answer: new Secret(PASSWORD) }), 'done');
  });

  it('sees an error when this browser has none', async () => {
    browser.close();
    await expectError(byPasskey(), 'passkey-unavailable');
  });

  it('is asked for another factor when the pool has deleted the passkey', async () => {
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
    await until(() => browser.requests.length > 0);
    stop.abort();
    await asked;
    assert.equal(browser.requests[0]?.signal?.aborted, true);
  });
});

describe('A user who signed in by a passkey on this device before', () => {
  const leaves = async (input: SignOutInput = {}) => {
    await byPasskey();
    await client.signOut(input);
    stage.asked.length = 0;
    browser.requests.length = 0;
  };
  const takes = async (offer: Promise<Step>) => {
    const { ticket, factors } = expectStep(await offer, 'selectFactor');
    assert.deepEqual(factors, ['passkey']);
    return client.answer({ ticket, choice: 'passkey' });
  };
  const isAsked = async () => {
    await until(() => browser.requests.length > 0);
    return browser.requests[0]!;
  };
  const expectNoOffer = async (page: AuthClient = client) => {
    await expectError(page.offerPasskey(), 'passkey-unavailable');
    assert.deepEqual(browser.requests, []);
  };

  it('chooses it by autofill, without typing a name or any question', async () => {
    await leaves();
    const page = stage.client(POOL);
    const { ticket } = expectStep(await page.offerPasskey(), 'selectFactor');
    assert.equal(ticket.username, username);
    assert.deepEqual(stage.asked, ['InitiateAuth']);
    assert.equal(browser.requests[0]?.mediation, 'conditional');
    assert.equal(expectStep(await page.answer({ ticket, choice: 'passkey' }), 'done').user.username, username);
    assert.deepEqual(stage.asked, ['InitiateAuth', 'RespondToAuthChallenge']);
    assert.equal(browser.requests.length, 1);
  });

  it('is unknown on another device', async () => {
    await expectNoOffer();
    await client.signIn({ username, password: new Secret(PASSWORD) });
    await client.signOut({});
    stage.asked.length = 0;
    await expectNoOffer();
    assert.deepEqual(stage.asked, []);
  });

  it('is forgotten on request, with all that was stored about them', async () => {
    await leaves({ forget: true });
    assert.deepEqual([...stage.kept], []);
    await expectNoOffer(stage.client(POOL));
  });

  it('is not remembered by a page without a store', async () => {
    client = stage.client({ ...POOL, storage: 'memory' });
    await leaves();
    await expectNoOffer(stage.client({ ...POOL, storage: 'memory' }));
  });

  it('is forgotten when Cognito refuses the passkey, and no code is sent', async () => {
    await leaves();
    await client.signIn({ username, password: new Secret(PASSWORD) });
    const { accessToken: AccessToken } = await client.getTokens();
    await ask('DeleteWebAuthnCredential', { AccessToken, CredentialId: browser.passkey.id.toString('base64url') });
    await client.signOut({});
    const sent = stage.cognito.outbox.messages.length;
    stage.asked.length = 0;
    await expectNoOffer();
    assert.deepEqual(stage.asked, ['InitiateAuth']);
    assert.equal(stage.cognito.outbox.messages.length, sent);
    await expectNoOffer();
    assert.deepEqual(stage.asked, ['InitiateAuth']);
  });

  it('is offered nothing by a browser without autofill of passkeys, and no request is sent', async () => {
    await leaves();
    browser.canOffer = false;
    await expectNoOffer();
    browser.close();
    await expectError(client.offerPasskey(), 'passkey-unavailable');
    assert.deepEqual(stage.asked, []);
  });

  it('who does not choose it in time is offered it again, and sees no error', async () => {
    await leaves();
    browser.react = PasskeyBrowser.wait;
    const offer = expectError(client.offerPasskey(), 'challenge-expired');
    const { signal } = await isAsked();
    stage.clock.advance(150_000);
    await offer;
    assert.equal(signal?.aborted, true);
    browser.react = (options) => browser.passkey.get(options);
    expectStep(await takes(client.offerPasskey()), 'done');
  });

  it('can leave without choosing it', async () => {
    await leaves();
    browser.react = PasskeyBrowser.wait;
    const stop = new AbortController();
    const offer = expectError(client.offerPasskey(undefined, stop.signal), 'cancelled');
    const { signal } = await isAsked();
    stop.abort();
    await offer;
    assert.equal(signal?.aborted, true);
  });

  it('can leave before the browser knows whether it can offer one', async () => {
    await leaves();
    const stop = new AbortController();
    const offer = expectError(client.offerPasskey(undefined, stop.signal), 'cancelled');
    stop.abort();
    await offer;
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    assert.deepEqual(browser.requests, []);
    assert.deepEqual(stage.asked, []);
  });

  it('is asked once: the next request ends the offer', async () => {
    await leaves();
    const takesIt = browser.react;
    browser.react = (options) =>
      options.mediation === 'conditional' ? PasskeyBrowser.wait(options) : takesIt(options);
    const offers = [expectError(client.offerPasskey(), 'cancelled')];
    const { signal } = await isAsked();
    offers.push(expectError(stage.client(POOL).offerPasskey(), 'cancelled'));
    await offers[0];
    assert.equal(signal?.aborted, true);
    expectStep(await byPasskey(), 'done');
    await Promise.all(offers);
    const pending = browser.requests.filter(
      (request) => request.mediation === 'conditional' && !request.signal?.aborted,
    );
    assert.deepEqual(pending, []);
  });

  it('needs one request when the page offers it twice at a time', async () => {
    await leaves();
    browser.react = PasskeyBrowser.wait;
    const stop = new AbortController();
    const offers = [client.offerPasskey(), client.offerPasskey(undefined, stop.signal)];
    await expectError(offers[0]!, 'cancelled');
    await isAsked();
    stop.abort();
    await expectError(offers[1]!, 'cancelled');
    assert.deepEqual(stage.asked, ['InitiateAuth']);
    assert.equal(browser.requests.length, 1);
  });

  it('sees an error for a refused passkey, and is not offered it again', async () => {
    await leaves();
    browser.react = (options) => new Authenticator().get(options);
    await expectError(takes(client.offerPasskey()), 'passkey-rejected');
    browser.requests.length = 0;
    await expectNoOffer();
  });
});

describe('A user who signs in without a passkey', () => {
  const DAY = 24 * 3_600_000;
  const emma = 'emma';
  const page = (config: Partial<UserPoolConfig> = {}) => stage.client({ ...POOL, ...config });
  /** Signs in by a code by mail, as a user without a password does. */
  const signsIn = async (client = page()) => {
    const { ticket } = expectStep(await client.signIn({ username: emma }), 'confirmSignIn');
    const { code } = stage.cognito.outbox.latest('emma@example.com');
    return client.answer({ ticket, answer: new Secret(code) });
  };
  /** Signs in, and decides about a passkey. */
  const decides = async (choice: Decision, client = page()) => {
    const { ticket, user } = expectStep(await signsIn(client), 'passkeyPrompt');
    assert.equal(user.username, emma);
    return client.answer({ ticket, choice });
  };

  beforeEach(() => {
    browser.canKeep = true;
  });

  it('is asked whether to create one, and is signed in meanwhile', async () => {
    const client = page();
    expectStep(await signsIn(client), 'passkeyPrompt');
    assert.ok((await client.getTokens()).accessToken);
    expectStep(await page().restore(), 'done');
  });

  it('creates one, signs in by it the next time, and is not asked again', async () => {
    assert.equal(expectStep(await decides('yes'), 'done').setUp, 'passkey');
    expectStep(await page().signIn({ username: emma, preferred: 'passkey' }), 'done');
    const client = page();
    const { ticket } = expectStep(await client.offerPasskey(), 'selectFactor');
    expectStep(await client.answer({ ticket, choice: 'passkey' }), 'done');
    await client.signOut({});
    stage.kept.clear();
    const choice = expectStep(await client.signIn({ username: emma }), 'selectFactor');
    const code = expectStep(await client.answer({ ticket: choice.ticket, choice: 'email' }), 'confirmSignIn');
    const answer = new Secret(stage.cognito.outbox.latest('emma@example.com').code);
    expectStep(await client.answer({ ticket: code.ticket, answer }), 'done');
  });

  it('can cancel the browser’s dialog, and is still asked', async () => {
    browser.make = () => Promise.reject(new DOMException('Closed.', 'NotAllowedError'));
    const client = page();
    const { ticket } = expectStep(await signsIn(client), 'passkeyPrompt');
    await expectError(client.answer({ ticket, choice: 'yes' }), 'cancelled');
    expectStep(await client.answer({ ticket, choice: 'later' }), 'done');
  });

  it('continues when this device has one already, and is not asked again', async () => {
    browser.make = () => Promise.reject(new DOMException('There is one.', 'InvalidStateError'));
    const client = page();
    expectStep(await decides('yes', client), 'done');
    expectStep(await signsIn(), 'done');
    await expectError((await client.account()).createPasskey(), 'passkey-exists');
  });

  it('is asked again after the next sign-in if they skip it', async () => {
    expectStep(await decides('skip'), 'done');
    expectStep(await signsIn(), 'passkeyPrompt');
  });

  it('is not asked for 30 days after “not now”', async () => {
    expectStep(await decides('later'), 'done');
    stage.clock.advance(29 * DAY);
    expectStep(await signsIn(), 'done');
    stage.clock.advance(DAY);
    expectStep(await decides('later'), 'done');
    expectStep(await signsIn(), 'done');
  });

  it('is never asked again on this device after “never”', async () => {
    expectStep(await decides('never'), 'done');
    stage.clock.advance(400 * DAY);
    expectStep(await signsIn(), 'done');
    stage.kept.clear();
    expectStep(await signsIn(), 'passkeyPrompt');
  });

  it('is asked whatever another user answered, and keeps their own answer', async () => {
    expectStep(await decides('never'), 'done');
    const client = page();
    const { ticket } = expectStep(await client.signIn({ username: 'sam' }), 'confirmSignIn');
    const answer = new Secret(stage.cognito.outbox.latest('+15555550101').code);
    const prompt = expectStep(await client.answer({ ticket, answer }), 'passkeyPrompt');
    expectStep(await client.answer({ ticket: prompt.ticket, choice: 'later' }), 'done');
    expectStep(await signsIn(), 'done');
  });

  it('is asked although another user signs in by a passkey here', async () => {
    expectStep(await byPasskey(), 'done');
    expectStep(await signsIn(), 'passkeyPrompt');
  });

  it('is still offered their own passkey after that of another user was refused', async () => {
    const own = new Authenticator();
    browser.make = (options) => own.create(options);
    const client = page();
    expectStep(await decides('yes', client), 'done');
    await client.signOut({});
    browser.react = (options) => new Authenticator().get(options);
    await expectError(client.signIn({ username, preferred: 'passkey' }), 'passkey-rejected');
    browser.react = (options) => own.get(options);
    assert.equal(expectStep(await client.offerPasskey(), 'selectFactor').ticket.username, emma);
  });

  for (const [why, prepare, config] of [
    ['the page does not want it', () => undefined, { passkeyPrompt: false }],
    ['the flow leaves no choice', () => undefined, { authFlow: 'USER_SRP_AUTH' }],
    ['the device cannot keep one', () => (browser.canKeep = false), {}],
    ['the browser knows none', () => browser.close(), {}],
  ] as const) {
    it(`is not asked when ${why}, nor is Cognito`, async () => {
      prepare();
      expectStep(await page(config).signIn({ username: 'cleo', password: new Secret(PASSWORD) }), 'done');
      assert.ok(!stage.asked.includes('GetUserAuthFactors'));
    });
  }

  it('is signed in even when Cognito does not list their factors', async () => {
    stage.intercept = (request, pass) =>
      request.headers.get('x-amz-target')?.endsWith('.GetUserAuthFactors') ? Promise.reject(new TypeError()) : pass();
    expectStep(await signsIn(), 'done');
  });

  it('with a passkey elsewhere is not asked', async () => {
    expectStep(await page().signIn({ username, password: new Secret(PASSWORD) }), 'done');
    assert.ok(stage.asked.includes('GetUserAuthFactors'));
  });
});
