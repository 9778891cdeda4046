import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findUser } from '../../demo/cognito/index.js';
import type { SeedPool } from '../../demo/cognito/index.js';
import type { AuthClient } from '../../src/client/auth-client.js';
import type { Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { refusal, Stage } from './stage.js';

/** Dora needs a code by mail on devices that are not trusted. Devices are remembered as the pool's name says. */
const pool = (name: string, devices: 'ALWAYS' | 'USER_OPT_IN'): SeedPool => ({
  title: name,
  pool: { id: `us-east-1_${name}`, mfa: 'OPTIONAL', mfaMethods: ['EMAIL_OTP'], aliasAttributes: ['email'], devices },
  client: {
    id: name.toLowerCase(),
    authFlows: ['USER_AUTH', 'USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH'].map(
      (flow) => `ALLOW_${flow}`,
    ),
  },
  users: ['dora', 'emil'].map((username) => ({
    username,
    password: PASSWORD,
    attributes: { email: `${username}@example.com`, email_verified: 'true' },
    email: username === 'dora',
    note: '',
  })),
});

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open([pool('Always', 'ALWAYS'), pool('Asking', 'USER_OPT_IN')]);
});
afterEach(() => stage.close());

const at = (name: 'Always' | 'Asking') =>
  stage.client({ userPoolId: `us-east-1_${name}`, userPoolClientId: name.toLowerCase() });

/** Answers with the code that was sent. */
async function types(client: AuthClient, step: Step): Promise<Step> {
  const { ticket } = expectStep(step, 'confirmSignIn');
  return client.answer({ ticket, answer: new Secret(stage.cognito.outbox.latest('dora@example.com').code) });
}

async function decides(client: AuthClient, step: Step, choice: 'yes' | 'later'): Promise<Step> {
  return client.answer({ ticket: expectStep(step, 'rememberDevice').ticket, choice });
}

/** Makes this browser a device that replaces the second factor. */
async function trusted(name: 'Always' | 'Asking' = 'Always'): Promise<AuthClient> {
  const client = at(name);
  const step = await types(client, await signIn(client, 'dora'));
  expectStep(name === 'Asking' ? await decides(client, step, 'yes') : step, 'done');
  await client.signOut({});
  stage.asked.length = 0;
  return client;
}

const doras = () => findUser(stage.cognito.store.pools[0]!, 'dora')!;

describe('A device that the pool remembers', () => {
  it('replaces the second factor from the next sign-in on', async () => {
    const client = await trusted();
    expectStep(await signIn(client, 'dora'), 'done');
    assert.deepEqual(stage.asked, ['InitiateAuth', ...Array<string>(3).fill('RespondToAuthChallenge')]);
  });

  it('does so for a page that has just been opened', async () => {
    await trusted();
    expectStep(await signIn(at('Always'), 'Dora'), 'done');
  });

  it('refreshes the tokens that were issued to it', async () => {
    const client = await trusted();
    expectStep(await signIn(client, 'dora'), 'done');
    const before = await client.getTokens();
    const after = await client.getTokens({ forceRefresh: true });
    assert.notEqual(after.accessToken, before.accessToken);
  });

  it('refreshes the tokens that it got while it was new', async () => {
    const client = at('Always');
    expectStep(await types(client, await signIn(client, 'dora')), 'done');
    await client.getTokens({ forceRefresh: true });
    expectStep(await at('Always').restore(), 'done');
  });

  it('refreshes them by the older operation too, where Cognito has no other', async () => {
    const client = await trusted();
    expectStep(await signIn(client, 'dora'), 'done');
    const bodies: string[] = [];
    stage.intercept = async (request, pass) => {
      if (request.headers.get('x-amz-target')?.endsWith('.GetTokensFromRefreshToken'))
        return Response.json({ __type: 'UnknownOperationException' }, { status: 400 });
      bodies.push(await request.clone().text());
      return pass();
    };
    await client.getTokens({ forceRefresh: true });
    const [key] = doras().devices.keys();
    assert.deepEqual(
      bodies.map((body) => /"DEVICE_KEY":"(.*?)"/.exec(body)?.[1]),
      [key],
    );
  });

  for (const [what, challenge, code, fail] of [
    ['gets no answer', 'DEVICE_SRP_AUTH', 'offline', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'finds Cognito busy',
      'DEVICE_PASSWORD_VERIFIER',
      'too-many-requests',
      () => Promise.resolve(refusal('TooManyRequestsException', 'Rate exceeded')),
    ],
    [
      'finds the app client missing',
      'PASSWORD_VERIFIER',
      'configuration',
      () => Promise.resolve(refusal('ResourceNotFoundException', 'User pool client always does not exist.')),
    ],
  ] as const) {
    it(`is kept, and not sent again, when ${challenge} ${what}`, async () => {
      const client = await trusted();
      let asked = 0;
      stage.intercept = async (request, pass) => {
        if (!(await request.clone().text()).includes(`"ChallengeName":"${challenge}"`)) return pass();
        asked += 1;
        return fail();
      };
      await expectError(signIn(client, 'dora'), code);
      assert.equal(asked, 1);
      stage.intercept = (_, pass) => pass();
      expectStep(await signIn(client, 'dora'), 'done');
    });
  }

  for (const [name, message, code] of [
    ['UserLambdaValidationException', 'PreTokenGeneration failed with error no tenant.', 'rejected'],
    ['NotAuthorizedException', 'PreTokenGeneration failed with error no tenant.', 'rejected'],
    ['NotAuthorizedException', 'Something that no version of this library has heard of.', 'rejected'],
    ['NotAuthorizedException', 'User is disabled.', 'disabled'],
    ['NotAuthorizedException', 'Password attempts exceeded', 'locked'],
    ['ForbiddenException', 'Request not allowed.', 'blocked'],
    ['LimitExceededException', 'Attempt limit exceeded, please try after some time.', 'too-many-attempts'],
    ['InvalidUserPoolConfigurationException', 'Invalid configuration.', 'configuration'],
    ['ResourceNotFoundException', 'User pool client always does not exist.', 'configuration'],
  ] as const) {
    it(`is kept, and the reason is told, when its proof meets “${message}” of a ${name}`, async () => {
      const client = await trusted();
      stage.intercept = async (request, pass) =>
        (await request.clone().text()).includes('"DEVICE_PASSWORD_VERIFIER"') ? refusal(name, message) : pass();
      await expectError(signIn(client, 'dora'), code);
      stage.intercept = (_, pass) => pass();
      expectStep(await signIn(client, 'dora'), 'done');
    });
  }

  it('is kept, and does without its proof once, when Cognito does not want one', async () => {
    const client = await trusted();
    const message = 'Cannot initiate DEVICE_SRP_AUTH flow without first authenticating';
    stage.intercept = async (request, pass) =>
      (await request.clone().text()).includes('"DEVICE_SRP_AUTH"')
        ? refusal('NotAuthorizedException', message)
        : pass();
    expectStep(await signIn(client, 'dora'), 'confirmSignIn');
    stage.intercept = (_, pass) => pass();
    expectStep(await signIn(client, 'dora'), 'done');
  });

  it('refreshes once more without its key when Cognito does not know that any more', async () => {
    const client = await trusted();
    expectStep(await signIn(client, 'dora'), 'done');
    const keys: boolean[] = [];
    const tokens = { AccessToken: '', IdToken: '' };
    stage.intercept = async (request, pass) => {
      const body = await request.clone().text();
      if (!body.includes('RefreshToken')) return pass();
      keys.push(body.includes('DeviceKey'));
      return keys.at(-1)
        ? refusal('ResourceNotFoundException', 'Device does not exist.')
        : Response.json({ AuthenticationResult: tokens });
    };
    await expectError(client.getTokens({ forceRefresh: true }), 'bad-response');
    assert.deepEqual(keys, [true, false]);
  });

  it('has a name that its owner recognizes', async () => {
    await trusted();
    assert.match([...doras().devices.values()][0]?.name ?? '', /^[A-Z][\w ,]+$/);
  });

  it('is not sent for another user', async () => {
    const client = await trusted();
    expectStep(await signIn(client, 'emil'), 'done');
    assert.deepEqual(stage.asked, ['InitiateAuth', 'RespondToAuthChallenge', 'ConfirmDevice']);
    await client.signOut({});
    expectStep(await signIn(client, 'dora'), 'done');
  });

  for (const who of ['dora', 'emil']) {
    it(`does not restart a sign-in whose session Cognito refuses: that of ${who}`, async () => {
      const client = await trusted();
      stage.intercept = (request, pass) =>
        request.headers.get('x-amz-target')?.endsWith('.RespondToAuthChallenge')
          ? Promise.resolve(
              Response.json({ __type: 'NotAuthorizedException', message: 'Invalid session.' }, { status: 400 }),
            )
          : pass();
      await expectError(signIn(client, who), 'challenge-expired');
      assert.deepEqual(stage.asked, ['InitiateAuth', 'RespondToAuthChallenge']);
    });
  }

  it('proves its secret after a password that was one of several factors', async () => {
    await trusted();
    const client = stage.client({
      userPoolId: 'us-east-1_Always',
      userPoolClientId: 'always',
      authFlow: 'USER_AUTH',
    });
    expectStep(await signIn(client, 'dora'), 'done');
  });
});

describe('A device that is unknown now', () => {
  it('is a new device when it was forgotten elsewhere', async () => {
    const client = await trusted();
    doras().devices.clear();
    expectStep(await types(client, await signIn(client, 'dora')), 'done');
    assert.equal(stage.asked.filter((name) => name === 'InitiateAuth').length, 1);
    await client.signOut({});
    expectStep(await signIn(client, 'dora'), 'done');
  });

  for (const [title, password] of [
    ['another secret', 'not the secret'],
    ['a secret of other characters', 'geheim 🗝'],
  ] as const) {
    it(`is a new device when it has ${title}, after one try`, async () => {
      const client = await trusted();
      const [key] = [...stage.kept.keys()].filter((name) => name.endsWith('.devices'));
      assert.ok(key);
      stage.kept.set(key, stage.kept.get(key)!.replace(/"password":"[^"]+"/, `"password":"${password}"`));
      expectStep(await types(client, await signIn(client, 'dora')), 'done');
      assert.equal(stage.asked.filter((name) => name === 'InitiateAuth').length, 2);
    });
  }

  for (const text of ['null', '[]', '{"dora":null}', '{', '{"__proto__":{"names":["dora"],"key":1}}']) {
    it(`is a new device when its record is damaged: ${text}`, async () => {
      const client = await trusted();
      for (const key of stage.kept.keys()) if (key.endsWith('.devices')) stage.kept.set(key, text);
      expectStep(await types(client, await signIn(client, 'dora')), 'done');
      await client.signOut({});
      expectStep(await signIn(client, 'dora'), 'done');
    });
  }

  it('costs one more request, not one more password', async () => {
    const client = await trusted();
    doras().devices.clear();
    await expectError(signIn(client, 'dora', 'wrong'), 'credentials');
    assert.ok(stage.asked.length <= 3, stage.asked.join());
  });
});

describe('A device that could not be confirmed', () => {
  for (const refreshesUnconfirmedDevices of [false, true]) {
    const end = refreshesUnconfirmedDevices ? 'nor the refresh' : 'but ends the session at the refresh';
    it(`does not block the sign-in, ${end}, where Cognito has it so`, async () => {
      Object.assign(stage.cognito.store.pools[0]!, { refreshesUnconfirmedDevices });
      stage.intercept = async (request, pass) =>
        request.headers.get('x-amz-target')?.endsWith('ConfirmDevice')
          ? new Response(JSON.stringify({ __type: 'InvalidParameterException', message: 'No.' }), { status: 400 })
          : pass();
      const client = at('Always');
      expectStep(await types(client, await signIn(client, 'dora')), 'done');
      const refresh = client.getTokens({ forceRefresh: true });
      await (refreshesUnconfirmedDevices ? refresh : expectError(refresh, 'session-expired'));
      assert.equal([...stage.kept.keys()].filter((name) => name.endsWith('.devices')).length, 0);
    });
  }

  it('refreshes its tokens even when only the response was lost', async () => {
    stage.intercept = async (request, pass) => {
      const answer = await pass();
      if (request.headers.get('x-amz-target')?.endsWith('ConfirmDevice')) throw new TypeError('Failed to fetch');
      return answer;
    };
    const client = at('Always');
    expectStep(await types(client, await signIn(client, 'dora')), 'done');
    await client.getTokens({ forceRefresh: true });
    await client.signOut({});
    expectStep(await signIn(client, 'dora'), 'done');
  });
});

describe('A device that its owner can remember', () => {
  it('replaces the second factor once they have agreed', async () => {
    const client = await trusted('Asking');
    expectStep(await signIn(client, 'dora'), 'done');
  });

  for (const challengesUnrememberedDevices of [false, true]) {
    const how = challengesUnrememberedDevices ? 'proves its secret' : 'proves nothing';
    it(`is asked about once, and ${how} after the code while it is not remembered`, async () => {
      Object.assign(stage.cognito.store.pools[1]!, { challengesUnrememberedDevices });
      const client = at('Asking');
      const step = await types(client, await signIn(client, 'dora'));
      expectStep(await decides(client, step, 'later'), 'done');
      await client.signOut({});
      stage.asked.length = 0;
      expectStep(await types(client, await signIn(client, 'dora')), 'done');
      const responses = stage.asked.filter((operation) => operation === 'RespondToAuthChallenge');
      assert.equal(responses.length, challengesUnrememberedDevices ? 4 : 2);
      await client.getTokens({ forceRefresh: true });
    });
  }

  it('has the session already while the user is asked', async () => {
    const client = at('Asking');
    expectStep(await types(client, await signIn(client, 'dora')), 'rememberDevice');
    assert.ok((await client.getTokens()).accessToken);
    expectStep(await at('Asking').restore(), 'done');
    assert.deepEqual(client.changes, []);
  });

  it('is asked about again when the request to Cognito failed', async () => {
    const client = at('Asking');
    const step = await types(client, await signIn(client, 'dora'));
    stage.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    await expectError(decides(client, step, 'yes'), 'offline');
    stage.intercept = (_, pass) => pass();
    expectStep(await decides(client, step, 'yes'), 'done');
    assert.deepEqual(
      client.changes.map(({ name }) => name),
      ['started'],
    );
  });

  it('is not asked about any more when another user has signed in', async () => {
    const client = at('Asking');
    const step = await types(client, await signIn(client, 'dora'));
    await client.signOut({});
    await expectError(decides(client, step, 'later'), 'challenge-expired');
    await signIn(client, 'emil');
    await expectError(decides(client, step, 'later'), 'challenge-expired');
  });
});

describe('A device that another library stored', () => {
  const LEGACY = ['deviceKey', 'deviceGroupKey', 'randomPasswordKey'];

  it('replaces the second factor, and is removed, but no other, when Cognito has forgotten it', async () => {
    const client = await trusted();
    const kept = [...stage.kept.keys()].find((name) => name.endsWith('.devices'))!;
    const [device] = Object.values(JSON.parse(stage.kept.get(kept)!) as Record<string, Record<string, string>>);
    stage.kept.clear();
    const prefix = 'CognitoIdentityServiceProvider.always.dora';
    stage.kept.set(`${prefix}.deviceKey`, device!['key']!);
    stage.kept.set(`${prefix}.deviceGroupKey`, device!['groupKey']!);
    stage.kept.set(`${prefix}.randomPasswordKey`, device!['password']!);
    const emils = 'CognitoIdentityServiceProvider.always.emil';
    const others = new Map(LEGACY.map((field) => [`${emils}.${field}`, `${field} of emil`]));
    for (const [key, value] of others) stage.kept.set(key, value);
    expectStep(await signIn(client, 'dora'), 'done');
    await client.getTokens({ forceRefresh: true });
    await client.signOut({});
    doras().devices.clear();
    expectStep(await types(client, await signIn(client, 'dora')), 'done');
    const left = [...stage.kept].filter(([name]) => name.startsWith('CognitoIdentityServiceProvider.'));
    assert.deepEqual(new Map(left), others);
  });
});
