import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { MIAS_KEY, totpCode } from '../../demo/cognito/index.js';
import type { AnswerInput, AuthClient, SignInInput } from '../../src/client/auth-client.js';
import type { Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import type { SessionStore, UserPoolConfig } from '../../src/config/config.js';
import { expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { PasskeyBrowser } from '../support/passkey-browser.js';
import { ownerOf } from './account/owner.js';
import { POOL as IDENTITY_POOL } from './identity-stage.js';
import { openProviderStage } from './provider-stage.js';
import { Stage } from './stage.js';

const CHOICE = { userPoolId: 'us-east-1_Example3', userPoolClientId: 'ghi789', authFlow: 'USER_AUTH' } as const;
const QUESTION = {
  userPoolId: 'us-east-1_Example4',
  userPoolClientId: 'jkl012',
  authFlow: 'CUSTOM_WITHOUT_SRP',
} as const;

/** Where the method of each pool is kept. */
const KEY = 'auth-elements.us-east-1_Example1.method';
const CHOICE_KEY = 'auth-elements.us-east-1_Example3.method';

const password = new Secret(PASSWORD);

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const latest = (to: string) => new Secret(stage.cognito.outbox.latest(to).code);

/** Answers a step, and then the next one, up to the end. */
async function goesOn(client: AuthClient, begun: Step, answers: readonly (() => Omit<AnswerInput, 'ticket'>)[]) {
  let step = begun;
  for (const answer of answers) {
    assert.ok('ticket' in step, step.name);
    step = await client.answer({ ticket: step.ticket, ...answer() });
  }
  expectStep(step, 'done');
}

describe('The method of a sign-in', () => {
  it('is not kept as long as the page does not ask for that, and is not known', async () => {
    const client = stage.client();
    expectStep(await signIn(client, 'jane'), 'done');
    assert.equal(stage.kept.has(KEY), false);
    assert.equal(await client.lastMethod(), undefined);
  });

  for (const [title, input, answers, kept] of [
    ['a password', { username: 'cleo', password }, [], 'password'],
    ['a password over SRP', { username: 'cleo', password, authFlow: 'USER_SRP_AUTH' }, [], 'password'],
    [
      'a password that was chosen',
      { username: 'cleo' },
      [() => ({ choice: 'password', answer: password })],
      'password',
    ],
    [
      'a code that was chosen',
      { username: 'cleo' },
      [() => ({ choice: 'email' }), () => ({ answer: latest('cleo@example.com') })],
      'email',
    ],
    [
      'the preferred code among several',
      { username: 'cleo', preferred: 'email' },
      [() => ({ answer: latest('cleo@example.com') })],
      'email',
    ],
    ['the only code', { username: 'emma' }, [() => ({ answer: latest('emma@example.com') })], 'email'],
    ['the preferred code', { username: 'sam', preferred: 'sms' }, [() => ({ answer: latest('+15555550101') })], 'sms'],
    [
      'a password, and a code as second factor',
      { username: 'dave', password },
      [() => ({ answer: latest('dave@example.com') })],
      'password',
    ],
    [
      'a password, and one of several second factors',
      { username: 'mia', password },
      [() => ({ choice: 'totp' }), () => ({ answer: new Secret(totpCode(MIAS_KEY, stage.clock.now())) })],
      'password',
    ],
  ] as const satisfies readonly (readonly [
    string,
    SignInInput,
    readonly (() => Omit<AnswerInput, 'ticket'>)[],
    string,
  ])[]) {
    it(`is the first factor: ${title}`, async () => {
      const client = stage.client(CHOICE);
      await goesOn(client, await client.signIn(input), answers);
      await client.rememberMethod();
      assert.equal(stage.kept.get(CHOICE_KEY), `{"factor":"${kept}"}`);
      assert.deepEqual(await stage.client(CHOICE).lastMethod(), { factor: kept });
    });
  }

  it('is a passkey, preferred, chosen or taken from the suggestions of the browser', async () => {
    const browser = new PasskeyBrowser();
    browser.open();
    try {
      const { client, account } = await ownerOf(stage, 'cleo', CHOICE);
      await account.createPasskey();
      expectStep(await client.signIn({ username: 'cleo', preferred: 'passkey' }), 'done');
      await client.rememberMethod();
      assert.equal(stage.kept.get(CHOICE_KEY), '{"factor":"passkey"}');
      for (const begin of [() => client.offerPasskey(), () => client.signIn({ username: 'cleo' })]) {
        stage.kept.delete(CHOICE_KEY);
        const { ticket } = expectStep(await begin(), 'selectFactor');
        expectStep(await client.answer({ ticket, choice: 'passkey' }), 'done');
        await client.rememberMethod();
        assert.equal(stage.kept.get(CHOICE_KEY), '{"factor":"passkey"}');
      }
    } finally {
      browser.close();
    }
  });

  it('has no name where a function asks: what was kept before is removed', async () => {
    const client = stage.client(QUESTION);
    const key = 'auth-elements.us-east-1_Example4.method';
    stage.kept.set(key, '{"provider":"google"}');
    await goesOn(client, await client.signIn({ username: 'carl' }), [() => ({ answer: new Secret('5') })]);
    await client.rememberMethod();
    assert.equal(stage.kept.has(key), false);
  });

  it('is that of the user who signed in, not of a sign-in that was not completed', async () => {
    const client = stage.client(CHOICE);
    await client.signIn({ username: 'emma' });
    await client.rememberMethod();
    assert.equal(stage.kept.has(CHOICE_KEY), false);
    expectStep(await client.signIn({ username: 'cleo', password }), 'done');
    await client.rememberMethod();
    await client.signOut();
    await client.signIn({ username: 'emma' });
    await client.rememberMethod();
    assert.equal(stage.kept.get(CHOICE_KEY), '{"factor":"password"}');
  });

  it('is kept by the page of the sign-in, not by a later visit', async () => {
    expectStep(await signIn(stage.client(), 'jane'), 'done');
    const later = stage.client();
    expectStep(await later.restore(), 'done');
    await later.rememberMethod();
    assert.equal(stage.kept.has(KEY), false);
  });

  it('is the provider of a token that the page has', async () => {
    const providers = await openProviderStage();
    try {
      const client = providers.open({ identityPoolId: IDENTITY_POOL });
      const login = await providers.login('accounts.google.com', 'gina');
      expectStep(await client.federate({ provider: 'google', login, user: { name: 'Gina Google' } }), 'done');
      await client.rememberMethod();
      assert.equal(providers.kept.get(`auth-elements.${IDENTITY_POOL}.method`), '{"provider":"google"}');
      assert.deepEqual(await client.lastMethod(), { provider: 'google' });
    } finally {
      await providers.close();
    }
  });

  it('outlives a sign-out, unless that forgets who was here', async () => {
    const client = stage.client();
    expectStep(await signIn(client, 'jane'), 'done');
    await client.rememberMethod();
    await client.signOut();
    assert.deepEqual(await stage.client().lastMethod(), { factor: 'password' });
    await client.signOut({ forget: true });
    assert.equal(stage.kept.has(KEY), false);
    expectStep(await signIn(client, 'jane'), 'done');
    await client.signOut({ forget: true });
    await client.rememberMethod();
    assert.equal(stage.kept.has(KEY), false);
  });
});

describe('A method in the store', () => {
  for (const [title, text] of [
    ['no JSON', 'google'],
    ['a list', '["google"]'],
    ['a number', '{"provider":7,"factor":{}}'],
    ['a factor that does not exist', '{"factor":"constructor"}'],
    ['a key of every object', '{"__proto__":{"provider":"google"}}'],
    ['nothing', ''],
  ] as const) {
    it(`is none when it is damaged: ${title}`, async () => {
      stage.kept.set(KEY, text);
      assert.equal(await stage.client().lastMethod(), undefined);
    });
  }

  it('keeps no user from signing in where the store is blocked', async () => {
    const fail = () => {
      throw new DOMException('Blocked.', 'SecurityError');
    };
    const storage: SessionStore = { get: fail, set: fail, remove: fail };
    const config: Partial<UserPoolConfig> = { storage };
    const client = stage.client(config);
    assert.equal(await client.lastMethod(), undefined);
    expectStep(await signIn(client, 'jane'), 'done');
    await client.rememberMethod();
    assert.deepEqual(await client.lastMethod(), { factor: 'password' });
    await client.signOut({ forget: true });
    assert.equal(await client.lastMethod(), undefined);
    assert.equal(await stage.client(config).lastMethod(), undefined);
  });
});
