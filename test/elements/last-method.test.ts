import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { createAuth } from '../../src/auth.js';
import type { Auth, AuthOptions } from '../../src/auth.js';
import type { SignInMethod } from '../../src/client/auth-client.js';
import type { Factor } from '../../src/client/step.js';
import { AuthError } from '../../src/cognito/errors.js';
import type { ProviderConfig } from '../../src/config/provider-config.js';
import '../../src/define.js';
import type { AuthAuthenticator } from '../../src/elements/auth-authenticator.js';
import type { AuthFederatedButtons } from '../../src/elements/auth-federated-buttons.js';
import { configure } from '../../src/kit/context/context.js';
import { fakeClient, ticket, user as person } from '../../src/testing/fake-client.js';
import type { FakeScript } from '../../src/testing/fake-client.js';
import { Text } from '../../src/text/text.js';
import { offerPasskeys } from '../support/offer-passkeys.js';
import { descriptionOf } from '../support/description-of.js';
import { User, eventually } from '../support/user.js';

const POOL = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'client' };
const PROVIDERS: readonly (string | ProviderConfig)[] = [
  'google',
  'apple',
  { name: 'Okta', label: 'Example Inc.' },
  '',
];

/** Where a real client keeps the method. */
const KEY = 'auth-elements.us-east-1_Example1.method';

const selectFactor = {
  name: 'selectFactor',
  factors: ['password', 'passkey', 'email', 'sms'],
  ticket: ticket(),
} as const;

/** An `Auth` on a scripted client, whose last user has signed in by a method. */
function scripted(lastMethod: SignInMethod | undefined, script: FakeScript = {}, options: AuthOptions = {}) {
  const client = fakeClient({ ...(lastMethod && { lastMethod }), ...script });
  return { client, auth: createAuth({ ...POOL, providers: PROVIDERS }, { ...options, client }) };
}

async function marked(auth: Auth) {
  const element = await fixture<AuthAuthenticator>(
    html`<auth-authenticator remember-method .auth=${auth}></auth-authenticator>`,
  );
  return { element, user: new User(element) };
}

const badges = (element: Element) => [...element.querySelectorAll<HTMLElement>('[data-auth~=badge]')];

/** Waits until the store was asked, and what it says is shown. */
async function settled(element: Element, auth: Auth): Promise<void> {
  const shown = await eventually(
    () => element.querySelector<LitElement>('auth-federated-buttons:defined, auth-select-factor:defined'),
    () => 'There is no choice.',
  );
  await auth.client.lastMethod().catch(() => undefined);
  await shown.updateComplete;
}

describe('The provider that was used last', () => {
  for (const [kept, name] of [
    ['google', 'Continue with Google'],
    ['Google', 'Continue with Google'],
    ['SignInWithApple', 'Continue with Apple'],
    ['Okta', 'Continue with Example Inc.'],
    ['', 'Continue on the sign-in page'],
  ] as const) {
    it(`is marked in words, which belong to the name of its button: ${kept || 'the sign-in pages'}`, async () => {
      const { element, user } = await marked(scripted({ provider: kept }).auth);
      const button = await user.control(`${name} Last used`);
      expect(badges(element).map(({ innerText }) => innerText)).to.deep.equal(['Last used']);
      expect(button.querySelector('[data-auth~=badge]')?.checkVisibility()).to.equal(true);
      await expect(element).to.be.accessible();
    });
  }

  it('is marked on the form to sign up too', async () => {
    const { user } = await marked(scripted({ provider: 'apple' }).auth);
    await user.control('Continue with Apple Last used');
    await user.clicks('Create an account');
    await user.heading('Create an account');
    await user.control('Continue with Apple Last used');
  });

  it('is marked where only marks are shown, in words too', async () => {
    const { auth } = scripted({ provider: 'google' }, {}, { rememberMethod: true });
    const element = await fixture<AuthFederatedButtons>(
      html`<auth-federated-buttons layout="icons" .auth=${auth}></auth-federated-buttons>`,
    );
    const button = await new User(element).control('Continue with Google, Last used');
    expect(button.innerText.trim()).to.equal('Last used');
    await expect(element).to.be.accessible();
  });

  it('is marked beside the button that Google draws', async () => {
    const load = () => Promise.reject(new Error('Not in a test.'));
    const providers = [{ name: 'google', clientId: 'x', load }];
    const client = fakeClient({ lastMethod: { provider: 'google' } });
    const { element, user } = await marked(createAuth({ ...POOL, providers }, { client }));
    await user.reads('Last used');
    expect(badges(element).map(({ parentElement }) => parentElement?.localName)).to.deep.equal(['li']);
  });

  it('is marked in German', async () => {
    const { auth } = scripted({ provider: 'google' });
    const element = await fixture(
      html`<div lang="de"><auth-authenticator remember-method .auth=${auth}></auth-authenticator></div>`,
    );
    await new User(element).control('Weiter mit Google Zuletzt verwendet');
  });

  it('is marked on the edge of its button, on both sides of the page', async () => {
    for (const text of [new Text('en', {}), new Text('ar', {})]) {
      const { dir } = text;
      const { auth } = scripted({ provider: 'google' });
      const element = await fixture<HTMLElement>(
        html`<auth-authenticator remember-method .auth=${auth} .text=${text}></auth-authenticator>`,
      );
      const button = (await new User(element).control('Continue with Google Last used')).getBoundingClientRect();
      const [badge] = badges(element).map((each) => each.getBoundingClientRect());
      if (!badge) throw new Error('There is no mark.');
      const [start, end] = [badge.left - button.left, button.right - badge.right];
      expect(dir === 'ltr' ? start > end : end > start, dir).to.equal(true);
      expect(Math.min(start, end)).to.be.greaterThan(0);
    }
  });

  it('is neither asked for nor marked by default', async () => {
    const { auth, client } = scripted({ provider: 'google' });
    const element = await fixture(html`<auth-authenticator .auth=${auth}></auth-authenticator>`);
    await new User(element).control('Continue with Google');
    expect(client.calls).not.to.include('lastMethod');
    expect(badges(element)).to.deep.equal([]);
  });

  it('is marked and not marked as the attribute comes and goes', async () => {
    const { auth } = scripted({ provider: 'google' });
    const { element, user } = await marked(auth);
    await user.control('Continue with Google Last used');
    element.removeAttribute('remember-method');
    await user.misses('Last used');
    expect(auth.rememberMethod).to.equal(false);
    element.rememberMethod = true;
    await user.reads('Last used');
  });

  it('is marked below a provider, and by the default of the page', async () => {
    const { auth, client } = scripted({ provider: 'google' });
    const below = await fixture(
      html`<auth-provider remember-method .auth=${auth}
        ><auth-federated-buttons></auth-federated-buttons
      ></auth-provider>`,
    );
    await new User(below).control('Continue with Google Last used');
    configure({ ...POOL, providers: PROVIDERS }, { client, rememberMethod: true });
    const alone = await fixture(html`<auth-federated-buttons></auth-federated-buttons>`);
    await new User(alone).control('Continue with Google Last used');
  });

  for (const [title, name] of [
    ['is not configured any more', 'facebook'],
    ['is a key of every object', '__proto__'],
    ['is markup', '<img src=x onerror="throw 0">'],
    ['is very long', 'google'.repeat(2000)],
  ] as const) {
    it(`is not marked when it ${title}`, async () => {
      const { auth } = scripted({ provider: name });
      const { element, user } = await marked(auth);
      await user.control('Continue with Google');
      await settled(element, auth);
      expect(badges(element)).to.deep.equal([]);
      expect(element.querySelector('img')).to.equal(null);
    });
  }

  it('is not marked when it cannot be read', async () => {
    const client = Object.assign(fakeClient(), { lastMethod: () => Promise.reject(new AuthError('offline')) });
    const auth = createAuth({ ...POOL, providers: PROVIDERS }, { client });
    const { element, user } = await marked(auth);
    await user.control('Continue with Google');
    await settled(element, auth);
    expect(badges(element)).to.deep.equal([]);
  });

  it('comes from the store, where anything may have been written', async () => {
    for (const [text, isMarked] of [
      ['{"provider":"google"}', true],
      ['{"provider":["google"]}', false],
      ['{"__proto__":{"provider":"google"}}', false],
      ['google', false],
      [`{"provider":"${'x'.repeat(10_000)}"}`, false],
    ] as const) {
      localStorage.setItem(KEY, text);
      const auth = createAuth({ ...POOL, providers: PROVIDERS });
      const { element, user } = await marked(auth);
      await user.control('Continue on the sign-in page');
      await settled(element, auth);
      await user.control(isMarked ? 'Continue with Google Last used' : 'Continue with Google');
      if (!isMarked) expect(badges(element), text.slice(0, 50)).to.deep.equal([]);
      expect(localStorage.getItem(KEY)).to.equal(text);
    }
    localStorage.removeItem(KEY);
  });
});

describe('The factor that was used last', () => {
  for (const [factor, name] of [
    ['passkey', 'Use a passkey'],
    ['email', 'Send a code by email'],
    ['sms', 'Send a code by text message'],
  ] as const satisfies readonly (readonly [Factor, string])[]) {
    it(`is marked among several: ${factor}`, async () => {
      const { element, user } = await marked(scripted({ factor }, { restore: selectFactor }).auth);
      await user.control(`${name} Last used`);
      expect(badges(element)).to.have.length(1);
      await expect(element).to.be.accessible();
    });
  }

  it('is marked beside the label of the password, and describes the field', async () => {
    const { element, user } = await marked(scripted({ factor: 'password' }, { restore: selectFactor }).auth);
    await user.reads('Last used');
    expect(descriptionOf(await user.field('Password'))).to.equal('Last used');
    expect(badges(element)).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('is not marked when it is not offered any more, or is the name of a provider', async () => {
    for (const last of [{ factor: 'sms' }, { provider: 'email' }] as const) {
      const restore = { ...selectFactor, factors: ['password', 'email'] } as const;
      const { auth } = scripted(last, { restore });
      const { element, user } = await marked(auth);
      await user.control('Send a code by email');
      await settled(element, auth);
      expect(badges(element)).to.deep.equal([]);
    }
  });

  it('is marked at the passkey of the form to sign in', async () => {
    offerPasskeys();
    const { element, user } = await marked(scripted({ factor: 'passkey' }, { authFlow: 'USER_AUTH' }).auth);
    await user.control('Sign in with a passkey Last used');
    expect(badges(element)).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('is not marked at the form for a password, which is no choice', async () => {
    const { auth } = scripted({ factor: 'password' });
    const { element, user } = await marked(auth);
    await user.control('Continue with Google');
    await settled(element, auth);
    expect(badges(element)).to.deep.equal([]);
  });
});

describe('The method of a user who signs in', () => {
  const done = { name: 'done', user: person() } as const;
  const signsIn = async (element: Element) => {
    const user = new User(element);
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    return user;
  };

  it('is kept by the attribute, and by nothing without it', async () => {
    for (const isKept of [true, false]) {
      const { auth, client } = scripted(undefined, { signIn: done });
      const element = await fixture(
        html`<auth-authenticator ?remember-method=${isKept} .auth=${auth}></auth-authenticator>`,
      );
      await (await signsIn(element)).reads('Hello');
      expect(client.calls.includes('rememberMethod')).to.equal(isKept);
    }
  });

  it('is kept although the page takes the element away as soon as it hears of the sign-in', async () => {
    const { auth, client } = scripted(undefined, { signIn: done });
    const { element } = await marked(auth);
    element.addEventListener('auth-signed-in', () => element.remove());
    await signsIn(element);
    await eventually(
      () => !element.isConnected && client.calls.includes('rememberMethod'),
      () => 'It was not kept.',
    );
  });

  it('is kept although the user was there before the element', async () => {
    const { auth, client } = scripted(undefined, { restore: done });
    auth.subscribe(() => undefined);
    await eventually(
      () => auth.getState().user,
      () => 'No user is signed in.',
    );
    expect(client.calls).not.to.include('rememberMethod');
    await marked(auth);
    await eventually(
      () => client.calls.includes('rememberMethod'),
      () => 'It was not kept.',
    );
  });
});
