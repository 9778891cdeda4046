import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigError } from '../../src/config/config.js';
import type { AuthConfig, ForeignConfig } from '../../src/config/config.js';
import { readConfig } from '../../src/config/read-config.js';

const GOOD: AuthConfig = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' };

/** Wrong types, as in a page without a compiler. */
const read = (config: unknown): AuthConfig => readConfig(config as AuthConfig);

const OAUTH = { domain: 'example.auth.us-east-1.amazoncognito.com', redirectSignIn: 'https://app.example.com/' };

const names = (key: string) => (error: unknown) =>
  error instanceof ConfigError && (assert.equal(error.key, key), assert.ok(error.message.includes(`"${key}"`)), true);

describe('A configuration', () => {
  const store = { get: () => null, set: () => undefined, remove: () => undefined };
  for (const more of [
    {},
    { userPoolEndpoint: 'https://auth.example.com/' },
    { userPoolEndpoint: 'http://localhost:9229' },
    { userPoolEndpoint: 'http://127.0.0.1:9229/' },
    { userPoolEndpoint: 'http://[::1]:9229/' },
    { identityPoolId: 'us-east-1:7d4c0b6e-0000-4000-8000-000000000000', identityPoolEndpoint: 'https://x.example' },
    { authFlow: 'USER_PASSWORD_AUTH', clientMetadata: { a: 'b' }, timeout: 5_000 },
    { storage: 'session' },
    { resume: true, verifyContact: false, skipVerifyFor: 0, threatProtection: false, validationData: { a: 'b' } },
    { storage: store },
    { userPoolEndpoint: undefined },
    { oauth: OAUTH },
    { oauth: { ...OAUTH, domain: 'http://localhost:9229' } },
    {
      oauth: OAUTH,
      providers: ['google', { name: 'Okta', label: 'Example', icon: '/okta.svg', idpIdentifier: 'example.com' }],
    },
    {
      oauth: {
        ...OAUTH,
        domain: 'https://auth.example.com/',
        redirectSignIn: ['https://app.example.com/a?b=1', 'http://localhost:5173/'],
        redirectSignOut: 'https://app.example.com/bye',
        scopes: ['openid'],
        responseType: 'token',
        urlOpener: () => undefined,
      },
    },
  ]) {
    it(`is accepted with ${JSON.stringify(more)}`, () => {
      assert.doesNotThrow(() => read({ ...GOOD, ...more }));
    });
  }

  for (const [key, values] of Object.entries({
    userPoolId: [undefined, '', 'Example1', 'us-east-1', 'us-east-1_', '../x_y', 'us-east-1_a/b', 7, {}],
    userPoolClientId: [undefined, '', 'a b', 'a/b', 7],
    userPoolEndpoint: [
      '',
      'localhost:9229',
      '/here',
      'http://example.com',
      'http://localhost.example.com',
      'http://127.0.0.1.example.com',
      'https://user@example.com',
      'https://example.com/#x',
      'https://example.com/?x',
      'javascript:alert(1)',
      'ftp://localhost/',
      null,
    ],
    identityPoolEndpoint: ['http://example.com'],
    identityPoolId: ['us-east-1', 'us-east-1:', 'x y:1'],
    authFlow: ['USER_SRP', '', 1],
    allowGuests: ['yes', 1],
    autoSignIn: ['yes', 1],
    clientMetadata: ['a', null, { a: 1 }],
    authSessionValidity: [2, 16, '3'],
    skipVerifyFor: [-1, '7', NaN, Infinity],
    resume: ['yes', 1],
    threatProtection: ['off'],
    validationData: ['x', { a: 1 }],
    storage: ['cookie', 'toString', {}, { get: 1, set: 1, remove: 1 }, null],
    timeout: [0, -1, NaN, Infinity, '5', 2 ** 31],
    environment: ['x'],
    oauth: ['x', null],
    scriptNonce: [7],
    providers: ['google', { name: 'google' }],
  })) {
    for (const value of values) {
      it(`is refused, naming the key, with ${key} = ${typeof value === 'number' ? value : JSON.stringify(value)}`, () => {
        assert.throws(() => read({ ...GOOD, [key]: value }), names(key));
      });
    }
  }

  for (const [key, values] of Object.entries({
    domain: [
      undefined,
      '',
      'http://auth.example.com',
      'auth.example.com/login',
      'user@auth.example.com',
      'auth.example.com?x',
      'auth.example.com#x',
      'javascript:alert(1)',
      '//auth.example.com',
      7,
    ],
    redirectSignIn: [
      undefined,
      '',
      [],
      '/here',
      'http://app.example.com/',
      'https://app.example.com/#x',
      'https://user@app.example.com/',
      'javascript:alert(1)',
      ['https://app.example.com/', 'data:text/html,x'],
      7,
    ],
    redirectSignOut: ['/bye', 'javascript:alert(1)'],
    scopes: ['openid', [7]],
    responseType: ['', 'id_token', 'code token', null],
    urlOpener: ['open'],
    clientSecret: ['x'],
    responseTypes: ['code'],
  })) {
    for (const value of values) {
      it(`is refused, naming the key, with oauth.${key} = ${JSON.stringify(value)}`, () => {
        assert.throws(() => read({ ...GOOD, oauth: { ...OAUTH, [key]: value } }), names(`oauth.${key}`));
      });
    }
  }

  it('is refused with a client secret, which is not repeated', () => {
    for (const key of ['clientSecret', 'userPoolClientSecret', 'client_secret']) {
      assert.throws(() => read({ ...GOOD, [key]: 'Geheim-7' }), names(key));
      assert.throws(
        () => read({ ...GOOD, [key]: 'Geheim-7' }),
        (error) => error instanceof Error && !error.message.includes('Geheim'),
      );
    }
  });

  it('is a copy that cannot change later, neither by the page nor by a key on Object.prototype', () => {
    const given = { ...GOOD, resume: true };
    const config = read(given);
    given.resume = false;
    assert.ok(Object.isFrozen(config));
    assert.ok(Object.isFrozen(read({ ...GOOD, oauth: OAUTH }).oauth));
    Object.defineProperty(Object.prototype, 'userPoolEndpoint', { value: 'https://x.example/', configurable: true });
    try {
      assert.equal(config.userPoolEndpoint, undefined);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'userPoolEndpoint');
    }
    assert.deepEqual({ ...config }, { ...GOOD, resume: true });
  });

  it('is refused with a key that does not exist, and when it is no object', () => {
    assert.throws(() => read({ ...GOOD, userPoolClientID: 'x' }), names('userPoolClientID'));
    assert.throws(() => read({ ...GOOD, constructor: 'x' }), names('constructor'));
    for (const config of [undefined, null, 'us-east-1_Example1']) assert.throws(() => read(config), names('config'));
  });
});

describe('A configuration of another library', () => {
  const identityPoolId = 'us-east-1:7d4c0b6e-0000-4000-8000-000000000000';
  const full = { ...GOOD, identityPoolId };
  const spellings: Readonly<Record<string, readonly [ForeignConfig & object, AuthConfig]>> = {
    'aws-exports': [
      {
        aws_project_region: 'us-east-1',
        aws_cognito_region: 'us-east-1',
        aws_cognito_identity_pool_id: identityPoolId,
        aws_user_pools_id: GOOD.userPoolId,
        aws_user_pools_web_client_id: GOOD.userPoolClientId,
        oauth: {},
        aws_cognito_mfa_types: ['SMS'],
      } as ForeignConfig,
      full,
    ],
    amplify_outputs: [
      {
        auth: {
          user_pool_id: GOOD.userPoolId,
          aws_region: 'us-east-1',
          user_pool_client_id: GOOD.userPoolClientId,
          identity_pool_id: identityPoolId,
          mfa_methods: [],
        },
        version: '1.3',
      } as ForeignConfig,
      full,
    ],
    'Auth of Amplify 6': [{ Auth: { Cognito: { ...full, loginWith: { email: true } } } }, full],
    'Auth of Amplify 5': [
      {
        Auth: {
          region: 'us-east-1',
          userPoolId: GOOD.userPoolId,
          userPoolWebClientId: GOOD.userPoolClientId,
          identityPoolId,
          mandatorySignIn: true,
          authenticationFlowType: 'USER_PASSWORD_AUTH',
          clientMetadata: { a: 'b' },
        },
      },
      { ...full, allowGuests: false, authFlow: 'USER_PASSWORD_AUTH', clientMetadata: { a: 'b' } },
    ],
    'the keys of Amplify 5': [
      { region: 'us-east-1', userPoolId: GOOD.userPoolId, userPoolWebClientId: GOOD.userPoolClientId } as ForeignConfig,
      GOOD,
    ],
  };
  for (const [title, [foreign, expected]] of Object.entries(spellings)) {
    it(`is read: ${title}`, () => {
      assert.deepEqual({ ...readConfig(foreign) }, expected);
    });

    it(`may have any endpoint and our own keys: ${title}`, () => {
      const config = readConfig({ ...foreign, userPoolEndpoint: 'http://localhost:9229/', timeout: 7 });
      assert.deepEqual({ ...config }, { ...expected, userPoolEndpoint: 'http://localhost:9229/', timeout: 7 });
    });
  }

  const oauth = {
    domain: 'example.auth.us-east-1.amazoncognito.com',
    scopes: ['openid', 'email'],
    redirectSignIn: ['https://app.example.com/', 'http://localhost:5173/'],
    redirectSignOut: ['https://app.example.com/bye'],
    responseType: 'token',
    urlOpener: () => undefined,
  };
  const { domain, scopes, redirectSignIn, redirectSignOut, responseType, urlOpener } = oauth;
  const pages: Readonly<Record<string, object>> = {
    'aws-exports': {
      aws_user_pools_id: GOOD.userPoolId,
      aws_user_pools_web_client_id: GOOD.userPoolClientId,
      oauth: {
        domain,
        scope: scopes.join(','),
        redirectSignIn: redirectSignIn.join(', '),
        redirectSignOut: redirectSignOut.join(','),
        responseType,
        urlOpener,
      },
      federationTarget: 'COGNITO_USER_POOLS',
    },
    amplify_outputs: {
      auth: {
        user_pool_id: GOOD.userPoolId,
        user_pool_client_id: GOOD.userPoolClientId,
        oauth: {
          domain,
          scopes,
          redirect_sign_in_uri: redirectSignIn,
          redirect_sign_out_uri: redirectSignOut,
          response_type: responseType,
          identity_providers: ['GOOGLE'],
          urlOpener,
        },
      },
    },
    'Auth of Amplify 6': {
      Auth: { Cognito: { ...GOOD, loginWith: { email: true, oauth: { ...oauth, providers: ['Google'] } } } },
    },
    'Auth of Amplify 5': {
      Auth: {
        userPoolId: GOOD.userPoolId,
        userPoolWebClientId: GOOD.userPoolClientId,
        oauth: { domain, scope: scopes, redirectSignIn, redirectSignOut, responseType, urlOpener, options: {} },
      },
    },
    'Auth of Amplify 5, among other services': {
      Auth: {
        userPoolId: GOOD.userPoolId,
        userPoolWebClientId: GOOD.userPoolClientId,
        oauth: {
          awsCognito: { domain, scope: scopes, redirectSignIn, redirectSignOut, responseType, urlOpener },
          auth0: { domain: 'example.auth0.com', clientID: 'x' },
        },
      },
    },
    'keys of ours beside those of another library': {
      aws_user_pools_id: GOOD.userPoolId,
      aws_user_pools_web_client_id: GOOD.userPoolClientId,
      oauth,
    },
  };
  for (const [name, given] of Object.entries(pages)) {
    it(`is understood with its sign-in pages, written as ${name}`, () => {
      const found = read(given).oauth;
      assert.deepEqual({ ...found }, oauth);
    });
  }

  const wrong: readonly (readonly [unknown, string])[] = [
    [
      { Auth: { userPoolId: 'us-east-1_a', userPoolWebClientId: 'b', oauth: { domain: 'x', redirectSignIn: '/x' } } },
      'Auth.oauth.redirectSignIn',
    ],
    [{ Auth: { ...GOOD, oauth: { ...OAUTH, scope: [7] } } }, 'Auth.oauth.scope'],
    [{ Auth: { ...GOOD, oauth: { awsCognito: { domain: 'x' } } } }, 'Auth.oauth.redirectSignIn'],
    [{ Auth: { ...GOOD, oauth: { awsCognito: { ...OAUTH, domain: 'x/y' } } } }, 'Auth.oauth.awsCognito.domain'],
    [
      { Auth: { Cognito: { ...GOOD, loginWith: { oauth: { ...OAUTH, domain: '' } } } } },
      'Auth.Cognito.loginWith.oauth.domain',
    ],
    [
      {
        auth: {
          user_pool_id: 'us-east-1_a',
          user_pool_client_id: 'b',
          oauth: { ...OAUTH, response_type: 'id_token' },
        },
      },
      'auth.oauth.response_type',
    ],
    [{ aws_user_pools_id: 'x', aws_user_pools_web_client_id: 'abc' }, 'aws_user_pools_id'],
    [{ auth: { user_pool_id: 'us-east-1_a', user_pool_client_id: '' } }, 'auth.user_pool_client_id'],
    [{ Auth: { Cognito: { ...GOOD, userPoolEndpoint: 'http://x' } } }, 'Auth.Cognito.userPoolEndpoint'],
    [
      { Auth: { userPoolId: 'us-east-1_a', userPoolWebClientId: 'b', authenticationFlowType: 'X' } },
      'Auth.authenticationFlowType',
    ],
    [{ Auth: { ...GOOD, cookieStorage: 'example.com' } }, 'Auth.cookieStorage'],
    [{ Auth: { ...GOOD, cookieStorage: { domain: 'a;b' } } }, 'Auth.cookieStorage.domain'],
    [{ Auth: { ...GOOD, cookieStorage: { path: 7 } } }, 'Auth.cookieStorage.path'],
    [{ Auth: { ...GOOD, cookieStorage: { expires: NaN } } }, 'Auth.cookieStorage.expires'],
    [{ Auth: { ...GOOD, cookieStorage: { secure: 'no' } } }, 'Auth.cookieStorage.secure'],
    [{ Auth: { ...GOOD, cookieStorage: { sameSite: 'Lax' } } }, 'Auth.cookieStorage.sameSite'],
    [{ Auth: { ...GOOD, cookieStorage: { sameSite: 'none', secure: false } } }, 'Auth.cookieStorage.sameSite'],
    [{ Auth: { userPoolId: 'us-east-1_a', userPoolWebClientId: 'b', clientSecret: 'x' } }, 'Auth.clientSecret'],
    [{ auth: null }, 'userPoolId'],
  ];
  for (const [foreign, key] of wrong) {
    it(`is refused with the key as the page spells it: ${key}`, () => {
      assert.throws(() => read(foreign), names(key));
    });
  }

  it('keeps the session in cookies where it asks for them, and has no storage', () => {
    const cookieStorage = { domain: '.example.com', path: '/', expires: 365, secure: true, sameSite: 'strict' };
    const isStore = (storage: unknown) => typeof storage === 'object' && storage !== null && 'get' in storage;
    assert.ok(isStore(read({ Auth: { ...GOOD, cookieStorage } }).storage));
    assert.equal(read({ Auth: { ...GOOD, cookieStorage: null } }).storage, undefined);
    for (const Auth of [
      { ...GOOD, cookieStorage, storage: 'session' },
      { ...GOOD, storage: 'session', cookieStorage },
    ]) {
      assert.equal(read({ Auth }).storage, 'session');
    }
  });

  it('says whether guests get AWS credentials', () => {
    const { userPoolId, userPoolClientId } = GOOD;
    const exported = { aws_user_pools_id: userPoolId, aws_user_pools_web_client_id: userPoolClientId };
    const outputs = { user_pool_id: userPoolId, user_pool_client_id: userPoolClientId };
    const given: readonly (readonly [unknown, boolean | undefined])[] = [
      [{ Auth: { ...GOOD, mandatorySignIn: true } }, false],
      [{ Auth: { ...GOOD, mandatorySignIn: false } }, true],
      [{ Auth: { ...GOOD } }, undefined],
      [{ Auth: { Cognito: { ...GOOD, allowGuestAccess: false } } }, false],
      [{ Auth: { Cognito: { ...GOOD, allowGuestAccess: true } } }, true],
      [{ ...exported, aws_mandatory_sign_in: 'enable' }, false],
      [{ ...exported, aws_mandatory_sign_in: 'disable' }, true],
      [{ auth: { ...outputs, unauthenticated_identities_enabled: false } }, false],
      [{ auth: { ...outputs, unauthenticated_identities_enabled: true } }, true],
    ];
    for (const [config, allowGuests] of given) assert.equal(read(config).allowGuests, allowGuests);
    assert.throws(() => read({ Auth: { ...GOOD, mandatorySignIn: 'yes' } }), names('Auth.mandatorySignIn'));
  });

  it('says whether Cognito’s script for threat protection is used', () => {
    const oauth = { options: { AdvancedSecurityDataCollectionFlag: false } };
    assert.equal(readConfig({ Auth: { ...GOOD, oauth } }).threatProtection, false);
  });

  it('is read after the storage of Amplify 5 was filled', async () => {
    const values = new Map([['a', 'b']]);
    let isFilled = false;
    const storage = {
      sync: () => Promise.resolve().then(() => (isFilled = true)),
      getItem: (key: string) => (isFilled ? (values.get(key) ?? null) : null),
      setItem: (key: string, value: string) => void values.set(key, value),
      removeItem: (key: string) => void values.delete(key),
      clear: () => values.clear(),
    };
    const config = readConfig({ Auth: { ...GOOD, storage } });
    assert.ok(typeof config.storage === 'object');
    assert.equal(await config.storage.get('a'), 'b');
    await config.storage.set('c', 'd');
    await config.storage.remove('a');
    assert.deepEqual([...values], [['c', 'd']]);
  });
});
