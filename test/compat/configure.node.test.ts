import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { PASSWORD } from '../../demo/cognito/index.js';
import { AuthClass } from '../../src/compat/index.js';
import type { CompatConfig } from '../../src/compat/index.js';
import { coreOf } from '../../src/compat/auth-class.js';
import { clientConfigOf } from '../../src/compat/compat-config.js';
import { readConfig } from '../../src/config/read-config.js';
import { CompatStage } from './compat-stage.js';

const POOL = { userPoolId: 'us-east-1_Example1', userPoolWebClientId: 'abc123' };

describe('Auth.configure of the guides', () => {
  it('answers with all that was given: keys at the top over those of `Auth` over `aws-exports`', () => {
    const Auth = new AuthClass();
    assert.deepEqual(Auth.configure(), {});
    const exported = {
      aws_project_region: 'eu-west-1',
      aws_user_pools_id: 'eu-west-1_Exported',
      aws_user_pools_web_client_id: 'exported',
      aws_cognito_region: 'eu-west-1',
      aws_cognito_identity_pool_id: 'eu-west-1:1',
      aws_mandatory_sign_in: 'enable',
      aws_cognito_sign_up_verification_method: 'link',
    };
    assert.deepEqual(Auth.configure(exported), {
      ...exported,
      region: 'eu-west-1',
      userPoolId: 'eu-west-1_Exported',
      userPoolWebClientId: 'exported',
      identityPoolId: 'eu-west-1:1',
      mandatorySignIn: true,
      signUpVerificationMethod: 'link',
    });
    const inner = { userPoolId: 'eu-west-1_Inner', userPoolWebClientId: 'inner' };
    const found = Auth.configure({ ...exported, Auth: inner, userPoolWebClientId: 'outer', API: { a: 1 } });
    assert.equal(found.userPoolId, 'eu-west-1_Inner');
    assert.equal(found.userPoolWebClientId, 'outer');
    assert.deepEqual(found['API'], { a: 1 });
    assert.equal(Auth.configure(), found);
  });

  it('reads what the client needs', () => {
    const oauth = {
      awsCognito: {
        domain: 'example.auth.us-east-1.amazoncognito.com',
        scope: ['openid'],
        redirectSignIn: 'https://app.example.com/',
        redirectSignOut: 'https://app.example.com/bye',
        responseType: 'code',
        options: { AdvancedSecurityDataCollectionFlag: false },
      },
    };
    const config = new AuthClass({
      ...POOL,
      oauth,
      mandatorySignIn: true,
      authenticationFlowType: 'CUSTOM_AUTH',
      clientMetadata: { app: 'shop' },
    }).configure();
    assert.equal(config['oauth'], oauth);
    const {
      oauth: pages,
      threatProtection,
      allowGuests,
      authFlow,
      clientMetadata,
    } = readConfig(clientConfigOf(config));
    assert.equal(pages?.domain, 'example.auth.us-east-1.amazoncognito.com');
    assert.equal(threatProtection, false);
    assert.equal(allowGuests, false);
    assert.equal(authFlow, 'CUSTOM_WITH_SRP');
    assert.equal(clientMetadata, undefined);
    const { awsCognito } = oauth;
    assert.equal(readConfig({ ...POOL, oauth: awsCognito }).threatProtection, false);
    assert.equal(readConfig({ ...POOL, oauth }).threatProtection, false);
  });

  it('refuses a storage that is none, and changes nothing then', () => {
    const Auth = new AuthClass(POOL);
    const { getItem, setItem, removeItem } = sessionlike();
    for (const storage of [{}, { getItem, setItem, removeItem }, () => ({}), 'memory']) {
      const given: unknown[] = [{ userPoolId: 'us-east-1_Other', storage }];
      assert.throws(() => Reflect.apply(Auth.configure, Auth, given) as unknown, { message: 'Empty storage object' });
    }
    assert.deepEqual(Auth.configure(), POOL);
  });

  it('tells the developer once of a region that is not that of the pool, and of `ssr`', (t) => {
    const warn = t.mock.method(console, 'warn', () => undefined);
    new AuthClass({ ...POOL, region: 'us-east-1', identityPoolId: 'eu-west-1:1', identityPoolRegion: 'eu-west-1' });
    assert.equal(warn.mock.callCount(), 0);
    const Auth = new AuthClass({ ...POOL, region: 'eu-west-1', ssr: true });
    Auth.configure({ region: 'eu-west-1' });
    assert.deepEqual(
      warn.mock.calls.map(({ arguments: [text] }) => String(text)),
      [
        'auth-elements: "ssr" has no effect: no server can read a session of this package.',
        'auth-elements: "region" has no effect: "userPoolId" is in us-east-1.',
      ],
    );
  });
});

/** A storage of the guides. */
function sessionlike() {
  const all = new Map<string, string>();
  return {
    all,
    getItem: (key: string): unknown => all.get(key) ?? null,
    setItem: (key: string, value: string): unknown => all.set(key, value),
    removeItem: (key: string): unknown => all.delete(key),
    clear: () => all.clear(),
  };
}

describe('The client of the guides’ Auth', () => {
  const cookieStorage = () => ({ domain: 'example.com', secure: true });
  const oauth = (redirectSignIn = 'https://app.example.com/') => ({
    awsCognito: { domain: 'example.auth.us-east-1.amazoncognito.com', scope: ['openid'], redirectSignIn },
  });
  const configured = () => {
    const Auth = new AuthClass({ ...POOL, cookieStorage: cookieStorage(), oauth: oauth() });
    const core = coreOf(Auth) ?? assert.fail('An Auth has a core.');
    return { Auth, core, before: core.client };
  };

  it('stays when a page configures the same again, as other objects', () => {
    const { Auth, core, before } = configured();
    Auth.configure({ ...POOL, cookieStorage: cookieStorage(), oauth: oauth() });
    assert.equal(core.client, before);
  });

  it('is another one as soon as an object says something else', () => {
    const { Auth, core, before } = configured();
    Auth.configure({ oauth: oauth('https://app.example.com/other') });
    assert.notEqual(core.client, before);
  });

  for (const later of [{ mandatorySignIn: true }, { refreshHandlers: { google: () => undefined } }])
    it(`is another one, which knows of ${Object.keys(later).join()}, when a page configures that later`, () => {
      const { Auth, core, before } = configured();
      Auth.configure(later);
      assert.notEqual(core.client, before);
    });
});

describe('Auth.configure of the guides, with a pool', () => {
  let stage: CompatStage;
  beforeEach(async () => (stage = await CompatStage.open()));
  afterEach(() => stage.close());

  const isSignedIn = async (Auth: AuthClass): Promise<boolean> =>
    Auth.currentAuthenticatedUser().then(
      () => true,
      () => false,
    );

  it('leaves a sign-in that waits for its code alone, whatever changes', async () => {
    const user = await stage.Auth.signIn('sue', PASSWORD);
    stage.Auth.configure({ clientMetadata: { app: 'shop' }, authenticationFlowType: 'USER_PASSWORD_AUTH' });
    await stage.Auth.confirmSignIn(user, stage.code('+15555550100'));
    assert.equal(await isSignedIn(stage.Auth), true);
  });

  it('opens another pool for another store, and a user object keeps its own', async () => {
    const jane = await stage.Auth.signIn('jane', PASSWORD);
    const other = sessionlike();
    for (const [storage, expected] of [
      [other, false],
      [stage.storage, true],
    ] as const) {
      stage.Auth.configure({ storage });
      assert.equal(await isSignedIn(stage.Auth), expected);
      const attributes = await stage.Auth.userAttributes(jane);
      assert.ok(attributes.some(({ Name, Value }) => Name === 'email' && Value === 'jane@example.com'));
    }
  });

  it('opens another pool for another client', async () => {
    const before = await stage.Auth.signIn('jane', PASSWORD);
    stage.Auth.configure({ userPoolId: 'us-east-1_Example3', userPoolWebClientId: 'ghi789' });
    assert.equal(await isSignedIn(stage.Auth), false);
    assert.ok((await stage.Auth.userSession(before)).isValid());
    stage.Auth.configure(POOL);
    assert.equal(await isSignedIn(stage.Auth), true);
  });

  it('keeps the session in a class with static methods, and in a store whose values are promises', async () => {
    // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- As the guides have it.
    class MyStorage {
      static dataMemory = new Map<string, string>();
      static setItem(key: string, value: string) {
        MyStorage.dataMemory.set(key, value);
        return MyStorage.dataMemory.get(key);
      }
      static getItem(key: string) {
        return MyStorage.dataMemory.get(key);
      }
      static removeItem(key: string) {
        return MyStorage.dataMemory.delete(key);
      }
      static clear() {
        MyStorage.dataMemory.clear();
      }
    }
    const { getItem, setItem, removeItem, clear } = sessionlike();
    const later = {
      getItem: async (key: string) => getItem(key),
      setItem: async (key: string, value: string) => setItem(key, value),
      removeItem: async (key: string) => removeItem(key),
      clear,
    };
    for (const storage of [MyStorage, later] as const) {
      await stage.page({ storage }).signIn('jane', PASSWORD);
      assert.equal(await isSignedIn(stage.page({ storage })), true);
    }
    assert.notEqual(MyStorage.dataMemory.size, 0);
  });

  it('signs in where the store answers what no store answers, or fails', async () => {
    const good = sessionlike();
    const fail = () => {
      throw new Error('blocked');
    };
    const stores: readonly NonNullable<CompatConfig['storage']>[] = [
      { ...good, getItem: () => 7 },
      { ...good, getItem: () => ({}) },
      { ...good, getItem: fail },
      { ...good, setItem: fail },
      { ...good, setItem: () => Promise.reject(new Error('full')) },
      { ...good, getItem: fail, setItem: fail, removeItem: fail },
    ];
    for (const storage of stores) {
      const Auth = stage.page({ storage });
      await Auth.signIn('jane', PASSWORD);
      assert.equal(await isSignedIn(Auth), true);
      assert.equal(await isSignedIn(stage.page({ storage })), false);
    }
  });

  it('waits for the `sync` of a store, once', async () => {
    const filled = sessionlike();
    let syncs = 0;
    let fill: (() => void) | undefined;
    await stage.page({ storage: filled }).signIn('jane', PASSWORD);
    const kept = new Map(filled.all);
    filled.all.clear();
    const storage = {
      ...filled,
      sync: () => {
        syncs += 1;
        return new Promise<void>((resolve) => (fill = resolve));
      },
    };
    const Auth = stage.page({ storage });
    const current = Auth.currentAuthenticatedUser();
    const session = Auth.currentSession();
    for (const [key, value] of kept) filled.all.set(key, value);
    fill?.();
    assert.equal((await current).getUsername(), 'jane');
    assert.ok((await session).isValid());
    Auth.configure({ clientMetadata: { app: 'shop' } });
    assert.equal(await isSignedIn(Auth), true);
    assert.equal(syncs, 1);
  });

  it('has every method reject with the reason of a `sync` that fails', async () => {
    const reason = new Error('The disk is gone.');
    const identityPoolId = 'us-east-1:11111111-2222-4333-8444-555555555555';
    for (const sync of [
      () => Promise.reject(reason),
      () => {
        throw reason;
      },
    ]) {
      const Auth = stage.page({ identityPoolId, storage: { ...sessionlike(), sync } });
      const calls: readonly Promise<unknown>[] = [
        Auth.signIn('jane', PASSWORD),
        Auth.signUp('ida', PASSWORD),
        Auth.confirmSignUp('ida', '123456'),
        Auth.resendSignUp('ida'),
        Auth.forgotPassword('jane'),
        Auth.forgotPasswordSubmit('jane', '123456', PASSWORD),
        Auth.createCognitoUser('jane'),
        Auth.currentAuthenticatedUser(),
        Auth.currentUserPoolUser(),
        Auth.currentSession(),
        Auth.currentUserInfo(),
        Auth.verifyCurrentUserAttribute('email'),
        Auth.rememberDevice(),
        Auth.forgetDevice(),
        Auth.fetchDevices(),
        Auth.currentCredentials(),
        Auth.currentUserCredentials(),
        Auth.federatedSignIn(),
        Auth.federatedSignIn({ provider: 'Google' }),
        Auth.federatedSignIn('google', { token: 'token', expires_at: 0 }),
        Auth.signOut(),
        Auth.deleteUser(),
      ];
      for (const call of calls) await assert.rejects(call, reason);
    }
    assert.deepEqual(stage.cognito.received, []);
  });
});
