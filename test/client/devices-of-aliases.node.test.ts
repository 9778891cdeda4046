import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findUser } from '../../demo/cognito/index.js';
import type { SeedPool } from '../../demo/cognito/index.js';
import type { AuthClient } from '../../src/client/auth-client.js';
import { Secret } from '../../src/cognito/secret.js';
import type { AuthFlow } from '../../src/config/config.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

const MAIL = 'dora@example.com';

const POOL: SeedPool = {
  title: 'Aliases',
  pool: {
    id: 'us-east-1_Aliases',
    mfa: 'OPTIONAL',
    mfaMethods: ['EMAIL_OTP'],
    aliasAttributes: ['email'],
    devices: 'ALWAYS',
    firstFactors: ['PASSWORD', 'EMAIL_OTP'],
  },
  client: {
    id: 'aliases',
    authFlows: ['USER_AUTH', 'USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH'].map(
      (flow) => `ALLOW_${flow}`,
    ),
  },
  users: ['dora', 'emil', 'fay'].map((username) => ({
    username,
    password: username === 'emil' ? 'Battery-Staple-8' : PASSWORD,
    attributes: { email: `${username}@example.com`, email_verified: 'true' },
    email: username === 'fay',
    note: '',
  })),
};

let stage: Stage;
/** The name in each request of a sign-in, in order. */
let names: string[];

beforeEach(async () => {
  stage = await Stage.open([POOL]);
  names = [];
  stage.intercept = async (request, pass) => {
    const text = await request.text();
    const [, name] = /"USERNAME":"(.*?)"/.exec(text) ?? [];
    if (name) names.push(name);
    return pass();
  };
});
afterEach(() => stage.close());

const at = (authFlow: AuthFlow) =>
  stage.client({ userPoolId: 'us-east-1_Aliases', userPoolClientId: 'aliases', authFlow });

const changesOf = ({ changes }: ReturnType<typeof at>) => changes.map(({ name }) => name);

/** Signs in by a code that is sent. */
async function signInByCode(client: AuthClient, address: string) {
  const asked = await client.signIn({ username: address, preferred: 'email' });
  const { ticket } = expectStep(asked, 'confirmSignIn');
  return client.answer({ ticket, answer: new Secret(stage.cognito.outbox.latest(address).code) });
}

const FLOWS: readonly (readonly [AuthFlow, (client: AuthClient) => Promise<unknown>])[] = [
  ['USER_PASSWORD_AUTH', async (client) => expectStep(await signIn(client, MAIL), 'done')],
  ['USER_AUTH', async (client) => expectStep(await signInByCode(client, MAIL), 'done')],
];

describe('A pool that confirms no device of a sign-in by an alias', () => {
  for (const [flow, enter] of FLOWS) {
    it(`refreshes the session from the second sign-in on, and tells the app about the first, over ${flow}`, async () => {
      const client = at(flow);
      await enter(client);
      assert.deepEqual(changesOf(client), ['device-unconfirmed', 'started']);
      await expectError(client.getTokens({ forceRefresh: true }), 'session-expired');
      const later = at(flow);
      await enter(later);
      assert.deepEqual(changesOf(later), ['started']);
      assert.equal(names.at(-1), 'dora');
      await later.getTokens({ forceRefresh: true });
    });
  }

  it('tells the app why: in the words of Cognito', async () => {
    const client = at('USER_PASSWORD_AUTH');
    await signIn(client, MAIL);
    const [change] = client.changes;
    assert.ok(change?.name === 'device-unconfirmed');
    assert.equal((change.error.cause as Error).message, 'Invalid device key given.');
  });

  it('is told the name in the pool by no page that has not seen it refuse', async () => {
    const client = at('USER_SRP_AUTH');
    expectStep(await signIn(client, MAIL), 'done');
    names.length = 0;
    expectStep(await signIn(at('USER_PASSWORD_AUTH'), MAIL), 'done');
    assert.equal(names[0], MAIL);
  });

  it('still takes a name in the pool as it was typed', async () => {
    const client = at('USER_PASSWORD_AUTH');
    await signIn(client, MAIL);
    await signIn(client, 'dora');
    assert.equal(names.at(-1), 'dora');
    await client.getTokens({ forceRefresh: true });
  });

  it('keeps the device of a user who has mistyped the password', async () => {
    await signIn(at('USER_PASSWORD_AUTH'), MAIL);
    await signIn(at('USER_PASSWORD_AUTH'), MAIL);
    const [key] = [...findUser(stage.cognito.store.pools[0]!, 'dora')!.devices.values()].flatMap(({ verifier, key }) =>
      verifier ? [key] : [],
    );
    const client = at('USER_PASSWORD_AUTH');
    await expectError(signIn(client, MAIL, 'wrong'), 'credentials');
    expectStep(await signIn(client, MAIL), 'done');
    expectStep(await signIn(client, MAIL), 'done');
    assert.ok(stage.kept.get('auth-elements.us-east-1_Aliases.devices')?.includes(key!));
    assert.equal(names.at(-1), 'dora');
  });

  it('lets the next owner of an alias in, who never gets a name of the former one again', async () => {
    await signIn(at('USER_PASSWORD_AUTH'), MAIL);
    const [dora, emil] = ['dora', 'emil'].map((name) => findUser(stage.cognito.store.pools[0]!, name)!);
    dora!.attributes.set('email', 'old@example.com');
    emil!.attributes.set('email', MAIL);
    const client = at('USER_PASSWORD_AUTH');
    await expectError(signIn(client, MAIL, 'Battery-Staple-8'), 'credentials');
    const { user } = expectStep(await signIn(client, MAIL, 'Battery-Staple-8'), 'done');
    assert.equal(user.username, 'emil');
    await signIn(at('USER_PASSWORD_AUTH'), MAIL, 'Battery-Staple-8');
    assert.equal(names.at(-1), 'emil');
  });

  it('sends the code to the next owner of an alias, whose second try succeeds', async () => {
    await signInByCode(at('USER_AUTH'), MAIL);
    const [dora, emil] = ['dora', 'emil'].map((name) => findUser(stage.cognito.store.pools[0]!, name)!);
    dora!.attributes.set('email', 'old@example.com');
    emil!.attributes.set('email', MAIL);
    const client = at('USER_AUTH');
    await expectError(signInByCode(client, MAIL), 'challenge-expired');
    const { user } = expectStep(await signInByCode(client, MAIL), 'done');
    assert.equal(user.username, 'emil');
  });

  for (const text of [
    '{"a":{"names":["dora@example.com"],"refused":["dora@example.com"],"username":7}}',
    '{"a":{"refused":7}}',
  ]) {
    it(`takes a name as it was typed where the record is damaged: ${text}`, async () => {
      stage.kept.set('auth-elements.us-east-1_Aliases.devices', text);
      expectStep(await signIn(at('USER_PASSWORD_AUTH'), MAIL), 'done');
      assert.equal(names.at(-1), MAIL);
    });
  }
});
