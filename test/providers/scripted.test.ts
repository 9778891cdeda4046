import { expect } from '@open-wc/testing';
import { environmentOf } from '../../src/cognito/environment.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import type { ProviderConfig } from '../../src/config/provider-config.js';
import { openProvider } from '../../src/providers/open-provider.js';
import type { Provider } from '../../src/providers/provider.js';
import type { ScriptedName } from '../../src/providers/services.js';

type Back = (answer: unknown) => void;
type Options = Readonly<Record<string, unknown>>;

const encode = (value: object): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** An ID token, whose signature nobody looks at here. */
const idToken = (claims: object): string =>
  [{ alg: 'RS256' }, { sub: 'gina', aud: 'an-app', iat: 1000, exp: 4600, ...claims }].map(encode).join('.') + '.s';

/** What the scripts of providers put into the page. */
const GLOBALS = ['google', 'FB', 'amazon', 'AppleID'] as const;

/** A provider whose script is what the page loads: this object. */
async function open(name: ScriptedName, script: () => object, more: Partial<ProviderConfig> = {}): Promise<Provider> {
  const load = () => Promise.resolve(Object.assign(globalThis, script()));
  const environment = environmentOf({ now: () => 5_000_000 });
  return openProvider(name, {
    config: { name, clientId: 'an-app', load, ...more },
    environment: { ...environment, sleep: (_, signal) => environment.sleep(20, signal) },
    timeout: 10_000,
  });
}

const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  const error: unknown = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return error instanceof AuthError ? error.code : `no AuthError: ${String(error)}`;
};

/** Google's script, which answers a prompt with a credential for these claims, or with what happened to the prompt. */
const googleScript = (claims: (nonce: unknown) => object | undefined, moment: object = {}) => {
  let asked: Options = {};
  const id = {
    initialize: (options: Options) => void (asked = options),
    prompt(listener: Back) {
      const found = claims(asked['nonce']);
      listener(moment);
      if (found) (asked['callback'] as Back)({ credential: idToken(found) });
    },
    renderButton: () => undefined,
    cancel: () => undefined,
    disableAutoSelect: () => undefined,
  };
  return () => ({ google: { accounts: { id } } });
};

const facebookScript = (answer: object) => () => ({
  FB: {
    init: () => undefined,
    login: (back: Back) => back(answer),
    getLoginStatus: (back: Back) => back(answer),
    logout: (back: Back) => back({}),
    api: (_path: string, _fields: object, back: Back) => back({ name: 'Gina', email: 'gina@example.com' }),
  },
});

const CONNECTED = { status: 'connected', authResponse: { accessToken: 'token', userID: 'gina', expiresIn: 60 } };

const amazonScript =
  (answer: (state: unknown) => object, token: object = { access_token: 'token', expires_in: '60' }) =>
  () => ({
    amazon: {
      Login: {
        setClientId: () => undefined,
        authorize: ({ state }: Options, back: Back) => back(answer(state)),
        retrieveToken: (_code: string, back: Back) => back(token),
        retrieveProfile: (_token: string, back: Back) => back({ profile: { CustomerId: 'gina', Name: 'Gina' } }),
        logout: () => undefined,
      },
    },
  });

const appleScript = (answer: (asked: Options) => Promise<unknown>) => () => {
  let asked: Options = {};
  const auth = { init: (options: Options) => void (asked = options), signIn: () => answer(asked) };
  return { AppleID: { auth } };
};

const dismissed = (reason: string) => ({ isDismissedMoment: () => true, getDismissedReason: () => reason });

describe('A provider with a script', () => {
  // What browsers without it do: no window is refused by ourselves.
  before(() => void Object.defineProperty(navigator, 'userActivation', { value: undefined, configurable: true }));
  after(() => void Reflect.deleteProperty(navigator, 'userActivation'));
  afterEach(() => GLOBALS.forEach((name) => Reflect.deleteProperty(globalThis, name)));

  it('brings its token in a box, with the time that it has left on this device, and the user', async () => {
    const google = await open(
      'google',
      googleScript((nonce) => ({ nonce, name: 'Gina', email_verified: true })),
    );
    const facebook = await open('facebook', facebookScript(CONNECTED));
    const amazon = await open(
      'amazon',
      amazonScript((state) => ({ code: 'code', state })),
    );
    const apple = await open(
      'apple',
      appleScript(async ({ nonce, state }) => ({
        authorization: { id_token: idToken({ nonce }), state },
        user: { name: { firstName: 'Gina', lastName: 'Green' }, email: 'gina@example.com' },
      })),
    );
    for (const [provider, left, user] of [
      [google, 3_600_000, { sub: 'gina', name: 'Gina' }],
      [facebook, 60_000, { sub: 'gina', name: 'Gina', email: 'gina@example.com' }],
      [amazon, 60_000, { sub: 'gina', name: 'Gina' }],
      [apple, 3_600_000, { sub: 'gina', name: 'Gina Green', email: 'gina@example.com' }],
    ] as const) {
      const login = await provider.signIn();
      expect(login.token).to.be.instanceOf(Secret);
      expect(login.expiresAt).to.equal(5_000_000 + left);
      expect(login.user).to.deep.equal(user);
    }
  });

  const pending = () => new Promise<never>(() => undefined);
  const refusal = (error: string) => appleScript(async () => Promise.reject(Object.assign(new Error(), { error })));
  const REFUSED: readonly (readonly [what: string, name: ScriptedName, script: () => object, code: string])[] = [
    ['an ID token with another nonce', 'google', googleScript(() => ({ nonce: 'other' })), 'bad-response'],
    ['an ID token without a nonce', 'google', googleScript(() => ({})), 'bad-response'],
    ['an ID token of another app', 'google', googleScript((nonce) => ({ nonce, aud: 'other' })), 'bad-response'],
    ['a prompt that the user closes', 'google', googleScript(() => undefined, dismissed('cancel_called')), 'cancelled'],
    ['a prompt that is skipped', 'google', googleScript(() => undefined, { isSkippedMoment: () => true }), 'cancelled'],
    [
      'a prompt that is not shown',
      'google',
      googleScript(() => undefined, { isNotDisplayed: () => true }),
      'provider-unavailable',
    ],
    ['an unknown user', 'facebook', facebookScript({ status: 'unknown', authResponse: null }), 'cancelled'],
    ['a user who declines', 'facebook', facebookScript({ status: 'not_authorized' }), 'cancelled'],
    ['nothing', 'facebook', facebookScript(null as unknown as object), 'cancelled'],
    ['a code for another request', 'amazon', amazonScript(() => ({ code: 'a', state: 'other' })), 'bad-response'],
    ['no code', 'amazon', amazonScript((state) => ({ state })), 'bad-response'],
    ['a user who declines', 'amazon', amazonScript(() => ({ error: 'access_denied' })), 'cancelled'],
    ['an app that it does not know', 'amazon', amazonScript(() => ({ error: 'unauthorized_client' })), 'configuration'],
    ['no token', 'amazon', amazonScript((state) => ({ code: 'a', state }), {}), 'bad-response'],
    ['a fault', 'amazon', amazonScript((state) => ({ code: 'a', state }), { error: 'server_error' }), 'service'],
    [
      'an ID token with another nonce',
      'apple',
      appleScript(async ({ state }) => ({ authorization: { id_token: idToken({ nonce: 'other' }), state } })),
      'bad-response',
    ],
    [
      'another state',
      'apple',
      appleScript(async ({ nonce }) => ({ authorization: { id_token: idToken({ nonce }), state: 'other' } })),
      'bad-response',
    ],
    ['nothing', 'apple', appleScript(async () => undefined), 'bad-response'],
    ['a closed window', 'apple', refusal('popup_closed_by_user'), 'cancelled'],
    ['a user who declines', 'apple', refusal('user_cancelled_authorize'), 'cancelled'],
    ['a second press', 'apple', refusal('user_trigger_new_signin_flow'), 'cancelled'],
    ['a blocked window', 'apple', refusal('popup_blocked_by_browser'), 'popup-blocked'],
    ['an app that it does not know', 'apple', refusal('invalid_client'), 'configuration'],
    ['what nobody knows', 'apple', refusal('constructor'), 'unknown'],
  ];
  for (const [what, name, script, code] of REFUSED) {
    it(`fails with ${code} when ${name} answers ${what}`, async () => {
      expect(await codeOf((await open(name, script)).signIn())).to.equal(code);
    });
  }

  it('stops to wait when the page wants that', async () => {
    for (const [name, script] of [
      ['google', googleScript(() => undefined)],
      ['apple', appleScript(pending)],
    ] as const) {
      const end = new AbortController();
      const asked = (await open(name, script)).signIn(end.signal);
      end.abort();
      expect(await codeOf(asked)).to.equal('cancelled');
      expect(await codeOf((await open(name, script)).signIn(end.signal))).to.equal('cancelled');
    }
  });

  it('brings no newer token of another user, and none that it would have to ask for', async () => {
    const held = { token: 'old', expiresAt: 0, user: { sub: 'greg' } };
    for (const [name, script] of [
      ['google', googleScript((nonce) => ({ nonce }))],
      ['google', googleScript(() => undefined, { isSkippedMoment: () => true })],
      ['facebook', facebookScript(CONNECTED)],
      ['facebook', facebookScript({ status: 'unknown' })],
      ['amazon', amazonScript((state) => ({ code: 'a', state }))],
      ['amazon', amazonScript(() => ({ error: 'invalid_grant' }))],
    ] as const) {
      expect(await codeOf((await open(name, script)).renew!(held))).to.equal('session-expired');
    }
    const facebook = await open('facebook', facebookScript(CONNECTED));
    expect((await facebook.renew!({ ...held, user: { sub: 'gina' } })).token).to.be.instanceOf(Secret);
    expect((await facebook.renew!({ token: 'old', expiresAt: 0 })).token).to.be.instanceOf(Secret);
  });

  it('counts as late when it asks nobody and does not answer', async () => {
    const silent = facebookScript(CONNECTED);
    const script = () => ({ FB: { ...silent().FB, getLoginStatus: () => undefined, api: () => undefined } });
    const provider = await open('facebook', script);
    expect(await codeOf(provider.renew!({ token: 'old', expiresAt: 0 }))).to.equal('timeout');
    expect((await provider.signIn()).user).to.deep.equal({ sub: 'gina' });
  });

  it('is unavailable where something else is in the place of its script', async () => {
    const changed = { FB: { init: () => undefined, login: 'tampered' } };
    for (const script of [() => ({}), () => changed, () => ({ FB: 7 }), () => ({ FB: null })]) {
      const provider = await open('facebook', script);
      expect(await codeOf(provider.signIn())).to.equal('provider-unavailable');
    }
    const broken = await open('facebook', () => {
      throw new Error('The page cannot load it.');
    });
    expect(await codeOf(broken.signIn())).to.equal('provider-unavailable');
  });

  it('is not what a script has added to every object', async () => {
    Object.defineProperty(Object.prototype, 'FB', { value: facebookScript(CONNECTED)().FB, configurable: true });
    try {
      expect(await codeOf((await open('facebook', () => ({}))).signIn())).to.equal('provider-unavailable');
    } finally {
      Reflect.deleteProperty(Object.prototype, 'FB');
    }
  });
});
