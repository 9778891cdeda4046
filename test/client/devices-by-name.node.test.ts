import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findUser, QUESTION } from '../../demo/cognito/index.js';
import type { SeedPool } from '../../demo/cognito/index.js';
import type { AuthClient } from '../../src/client/auth-client.js';
import type { Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import type { AuthFlow, UserPoolConfig } from '../../src/config/config.js';
import { expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { closeSessionStorage, openSessionStorage } from './session-storage.js';
import { Stage } from './stage.js';

const [MAIL, PHONE] = ['dora@example.com', '+15555550190'];
const KEPT = 'auth-elements.us-east-1_Names.devices';

/** Dora and Emil need codes by mail on devices that are not trusted; Fay does not. Every device is remembered. */
const NAMES: SeedPool = {
  title: 'Names',
  pool: {
    id: 'us-east-1_Names',
    mfa: 'OPTIONAL',
    mfaMethods: ['EMAIL_OTP'],
    aliasAttributes: ['email', 'phone_number'],
    devices: 'ALWAYS',
    triggers: QUESTION,
  },
  client: {
    id: 'names',
    authFlows: ['USER_AUTH', 'USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'CUSTOM_AUTH', 'REFRESH_TOKEN_AUTH'].map(
      (flow) => `ALLOW_${flow}`,
    ),
  },
  users: ['dora', 'emil', 'fay'].map((username, index) => ({
    username,
    password: PASSWORD,
    attributes: {
      email: `${username}@example.com`,
      email_verified: 'true',
      phone_number: `+1555555019${index}`,
      phone_number_verified: 'true',
    },
    email: username !== 'fay',
    note: '',
  })),
};

let stage: Stage;
/** The requests that were sent. */
let sent: string[];
beforeEach(async () => {
  stage = await Stage.open([NAMES]);
  sent = [];
  stage.intercept = async (request, pass) => {
    sent.push(await request.text());
    return pass();
  };
});
afterEach(() => stage.close());

const at = (authFlow: AuthFlow = 'USER_SRP_AUTH', more: Partial<UserPoolConfig> = {}) =>
  stage.client({ userPoolId: 'us-east-1_Names', userPoolClientId: 'names', authFlow, ...more });

const who = (username: string) => findUser(stage.cognito.store.pools[0]!, username)!;

const keysOf = (username: string): readonly string[] => [...who(username).devices.keys()];

async function answers(client: AuthClient, step: Step, text: string): Promise<Step> {
  assert.ok('ticket' in step, JSON.stringify(step));
  return client.answer({ ticket: step.ticket, answer: new Secret(text) });
}

/** Answers with the code that was sent. */
const types = (client: AuthClient, step: Step, address = MAIL): Promise<Step> =>
  answers(client, expectStep(step, 'confirmSignIn'), stage.cognito.outbox.latest(address).code);

/** Makes this browser a trusted device of Dora's, by one of her names. Returns its device key. */
async function trustedAs(name: string): Promise<string> {
  const client = at();
  expectStep(await types(client, await signIn(client, name)), 'done');
  await client.signOut({});
  sent.length = 0;
  return keysOf('dora')[0]!;
}

const isNamed = (key: string): boolean => sent.some((body) => body.includes(key));

describe('A trusted device', () => {
  for (const [before, now] of [
    ['dora', MAIL],
    [MAIL, PHONE],
    [PHONE, 'dora'],
  ] as const) {
    it(`is trusted when its owner, who signed in as ${before}, signs in as ${now}`, async () => {
      const key = await trustedAs(before);
      const client = at();
      expectStep(await signIn(client, now), 'done');
      assert.deepEqual(keysOf('dora'), [key]);
      await client.getTokens({ forceRefresh: true });
    });
  }

  it('is trusted by another name after a password that was one of several factors', async () => {
    const key = await trustedAs(MAIL);
    expectStep(await signIn(at('USER_AUTH'), PHONE), 'done');
    assert.deepEqual(keysOf('dora'), [key]);
  });

  it('is the same one by another name where a password and a question are asked', async () => {
    const key = await trustedAs(MAIL);
    const client = at('CUSTOM_WITH_SRP');
    const step = expectStep(await signIn(client, PHONE), 'customChallenge');
    expectStep(await answers(client, step, '5'), 'done');
    assert.deepEqual(keysOf('dora'), [key]);
  });

  it('is the same one by another name where only a question is asked', async () => {
    const key = await trustedAs(MAIL);
    const client = at('CUSTOM_WITHOUT_SRP');
    const step = expectStep(await client.signIn({ username: PHONE }), 'customChallenge');
    expectStep(await answers(client, step, '5'), 'done');
    assert.deepEqual(keysOf('dora'), [key]);
  });

  it('is the same one by another name where the password is sent, and trusted by it the next time', async () => {
    const key = await trustedAs(MAIL);
    const client = at('USER_PASSWORD_AUTH');
    expectStep(await types(client, await signIn(client, PHONE)), 'done');
    assert.deepEqual(keysOf('dora'), [key]);
    await client.signOut({});
    expectStep(await signIn(client, PHONE), 'done');
    assert.deepEqual(keysOf('dora'), [key]);
  });

  it('is the same one by another name when the page is reloaded before the code is typed', async () => {
    const key = await trustedAs(MAIL);
    openSessionStorage();
    try {
      expectStep(await signIn(at('USER_PASSWORD_AUTH', { resume: true }), PHONE), 'confirmSignIn');
      const page = at('USER_PASSWORD_AUTH', { resume: true });
      expectStep(await types(page, await page.restore()), 'done');
    } finally {
      closeSessionStorage();
    }
    assert.deepEqual(keysOf('dora'), [key]);
  });

  it('is replaced by the new one that Cognito registers, and confirms, before its owner is known', async () => {
    Object.assign(stage.cognito.store.pools[0]!, { confirmsDevicesOfAliases: true });
    const client = at('USER_PASSWORD_AUTH');
    for (const name of ['fay', 'fay@example.com', '+15555550192']) {
      expectStep(await signIn(client, name), 'done');
      assert.equal(keysOf('fay').length, 1, name);
      assert.ok(stage.kept.get(KEPT)?.includes(keysOf('fay')[0]!));
      await client.getTokens({ forceRefresh: true });
      await client.signOut({});
    }
    const [key] = keysOf('fay');
    for (const name of ['fay', 'FAY@example.com']) expectStep(await signIn(client, name), 'done');
    assert.deepEqual(keysOf('fay'), [key]);
  });

  it('can still be remembered when the former one could not be forgotten', async () => {
    Object.assign(stage.cognito.store.pools[0]!, { devices: 'USER_OPT_IN', confirmsDevicesOfAliases: true });
    const client = at('USER_PASSWORD_AUTH');
    expectStep(await signIn(client, 'fay'), 'rememberDevice');
    stage.intercept = (request, pass) =>
      request.headers.get('x-amz-target')?.endsWith('ForgetDevice')
        ? Promise.reject(new TypeError('Failed to fetch'))
        : pass();
    expectStep(await signIn(client, 'fay@example.com'), 'rememberDevice');
    assert.equal(keysOf('fay').length, 2);
    await client.getTokens({ forceRefresh: true });
  });

  it('is sent only once when Cognito has forgotten it, and replaced', async () => {
    const key = await trustedAs(MAIL);
    who('dora').devices.clear();
    const client = at('USER_PASSWORD_AUTH');
    expectStep(await types(client, await signIn(client, MAIL)), 'done');
    assert.equal(sent.filter((body) => body.includes(key)).length, 1);
    await client.signOut({});
    expectStep(await signIn(client, MAIL), 'done');
  });

  it('is trusted by an alias when another library stored it under the user name', async () => {
    const key = await trustedAs(MAIL);
    const [device] = Object.values(JSON.parse(stage.kept.get(KEPT)!) as Record<string, Record<string, string>>);
    stage.kept.clear();
    const prefix = 'CognitoIdentityServiceProvider.names.dora';
    stage.kept.set(`${prefix}.deviceKey`, device!['key']!);
    stage.kept.set(`${prefix}.deviceGroupKey`, device!['groupKey']!);
    stage.kept.set(`${prefix}.randomPasswordKey`, device!['password']!);
    expectStep(await signIn(at(), PHONE), 'done');
    assert.deepEqual(keysOf('dora'), [key]);
  });
});

describe('An alias that now belongs to another user', () => {
  /** Makes Dora's address Emil's. */
  const moves = () => {
    who('dora').attributes.set('email', 'old@example.com');
    who('emil').attributes.set('email', MAIL);
  };

  for (const authFlow of ['USER_SRP_AUTH', 'USER_AUTH', 'CUSTOM_WITH_SRP'] as const) {
    it(`never sends the device of its former owner, over ${authFlow}`, async () => {
      const doras = await trustedAs(MAIL);
      moves();
      const client = at(authFlow);
      const step = await signIn(client, MAIL);
      expectStep(await (authFlow === 'CUSTOM_WITH_SRP' ? answers(client, step, '5') : types(client, step)), 'done');
      await client.getTokens({ forceRefresh: true });
      await client.signOut({});
      assert.ok(!isNamed(doras));
      expectStep(await signIn(at(), MAIL), 'done');
      expectStep(await signIn(at(), 'dora'), 'done');
      assert.deepEqual([keysOf('dora').length, keysOf('emil').length], [1, 1]);
    });
  }

  it('leaves the device to its former owner, where it is stored under the alias', async () => {
    const doras = await trustedAs(MAIL);
    moves();
    const client = at('USER_PASSWORD_AUTH');
    expectStep(await types(client, await signIn(client, MAIL)), 'done');
    await client.signOut({});
    expectStep(await signIn(client, 'dora'), 'done');
    assert.deepEqual(keysOf('dora'), [doras]);
  });

  it('is theirs alone from the first sign-in on, with or without a new device', async () => {
    const doras = await trustedAs(MAIL);
    const client = at();
    expectStep(await types(client, await signIn(client, 'emil'), 'emil@example.com'), 'done');
    moves();
    expectStep(await signIn(client, MAIL), 'done');
    await client.signOut({});
    expectStep(await signIn(at('USER_PASSWORD_AUTH'), MAIL), 'done');
    assert.ok(!isNamed(doras));
  });

  it('is not a name of its former owner, even where it is the user name in the pool', async () => {
    const doras = await trustedAs(MAIL);
    stage.kept.set(KEPT, stage.kept.get(KEPT)!.replace(`"${MAIL}"`, '"emil"'));
    Object.assign(stage.cognito.store.pools[0]!, { refreshesUnconfirmedDevices: true });
    const client = at();
    const step = await signIn(client, 'emil');
    assert.ok(!isNamed(doras));
    const record = stage.intercept;
    stage.intercept = (request, pass) =>
      request.headers.get('x-amz-target')?.endsWith('ConfirmDevice')
        ? Promise.resolve(Response.json({ __type: 'InvalidParameterException' }, { status: 400 }))
        : record(request, pass);
    expectStep(await types(client, step, 'emil@example.com'), 'done');
    await client.getTokens({ forceRefresh: true });
    assert.ok(!isNamed(doras));
  });
});
