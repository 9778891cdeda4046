import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { createAuth } from '../../src/auth.js';
import type { Auth } from '../../src/auth.js';
import type { FederateInput } from '../../src/client/auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import type { UserPoolConfig } from '../../src/config/config.js';
import '../../src/define.js';
import type { AuthFederatedButtons } from '../../src/elements/auth-federated-buttons.js';
import type { AuthSubmitEvent } from '../../src/kit/events/auth-events.js';
import { fakeClient, never, user as person } from '../../src/testing/fake-client.js';
import type { FakeScript } from '../../src/testing/fake-client.js';
import { HOSTILE_ADDRESSES } from '../support/hostile-addresses.js';
import { pseudo, untranslated } from '../support/pseudo.js';
import { User, eventually } from '../support/user.js';

const POOL = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'client' };
const ALL = ['google', 'facebook', 'amazon', 'apple', { name: 'Okta', label: 'Example Inc.' }, ''] as const;

/** An `Auth` with providers, and what it was asked for. */
function scripted(script: FakeScript = {}, config: Partial<UserPoolConfig> = { providers: ALL }) {
  const asked: FederateInput[] = [];
  const client = fakeClient({
    federate: (input) => {
      asked.push(input);
      return never();
    },
    ...script,
  });
  return { auth: createAuth({ ...POOL, ...config }, { client }), client, asked };
}

const signIn = (auth: Auth, hide = '') =>
  fixture(html`<auth-authenticator .auth=${auth} hide=${hide}></auth-authenticator>`);

/** The buttons alone on a page. */
async function alone(auth: Auth, content: unknown = '') {
  const element = await fixture<AuthFederatedButtons>(
    html`<auth-federated-buttons .auth=${auth}>${content}</auth-federated-buttons>`,
  );
  return { element, user: new User(element) };
}

const namesIn = (element: Element) =>
  [...element.querySelectorAll<HTMLElement>('[data-provider]')].map(
    ({ ariaLabel, innerText }) => ariaLabel ?? innerText.trim(),
  );

const busy = (element: Element) =>
  eventually(
    () => element.querySelector('[data-provider][aria-disabled=true]'),
    () => 'No button is busy.',
  );

describe('The buttons of providers', () => {
  it('stand below the form to sign in, in the order of the configuration, with the words that each company wants', async () => {
    const { auth } = scripted();
    const element = await signIn(auth);
    await new User(element).control('Continue with Apple');
    expect(namesIn(element)).to.deep.equal([
      'Continue with Google',
      'Continue with Facebook',
      'Continue with Amazon',
      'Continue with Apple',
      'Continue with Example Inc.',
      'Continue on the sign-in page',
    ]);
    expect(element.querySelector('ul[data-auth=providers]')?.getAttribute('aria-label')).to.equal(
      'Other ways to sign in',
    );
    await expect(element).to.be.accessible();
  });

  it('stand below the form to sign up', async () => {
    const { auth } = scripted();
    const element = await signIn(auth);
    const user = new User(element);
    await user.clicks('Create an account');
    await user.heading('Create an account');
    await user.control('Continue with Google');
    await expect(element).to.be.accessible();
  });

  it('are not there without providers, and where the page hides them', async () => {
    for (const [config, hide] of [
      [{}, ''],
      [{ providers: [] }, ''],
      [{ providers: ALL }, 'federated'],
    ] as const) {
      const element = await signIn(scripted({}, config).auth, hide);
      await new User(element).control('Sign in');
      expect(element.querySelector('auth-federated-buttons')).to.equal(null);
    }
  });

  it('stand alone where the page hides the password', async () => {
    const { auth } = scripted();
    const element = await signIn(auth, 'password');
    const user = new User(element);
    await user.control('Continue with Google');
    expect(user.view).not.to.match(/Username|Password|Create an account|\bor\b/);
    expect(element.querySelectorAll('input, [data-auth=submit]')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('leave for their provider, and say that the user waits', async () => {
    const { auth, asked } = scripted();
    const element = await signIn(auth);
    const user = new User(element);
    await user.clicks('Continue with Facebook');
    await busy(element);
    await user.clicks('Continue with Google');
    expect(asked.map(({ provider }) => provider)).to.deep.equal(['facebook']);
    const buttons = [...element.querySelectorAll('[data-provider]')];
    expect(new Set(buttons.map(({ ariaDisabled }) => ariaDisabled))).to.deep.equal(new Set(['true']));
    const spinning = [...element.querySelectorAll('[data-auth~=spinner]')].filter((spinner) =>
      spinner.checkVisibility(),
    );
    expect(spinning.map((spinner) => spinner.closest('button')?.dataset['provider'])).to.deep.equal(['facebook']);
  });

  it('leave by the identifier of a provider, and without a provider', async () => {
    const providers = [{ name: 'Okta', idpIdentifier: 'example.com' }, ''];
    for (const [button, expected] of [
      ['Continue with Okta', { provider: 'Okta', idpIdentifier: 'example.com' }],
      ['Continue on the sign-in page', {}],
    ] as const) {
      const { auth, asked } = scripted({}, { providers });
      const user = new User(await signIn(auth));
      await user.clicks(button);
      await eventually(
        () => asked.length,
        () => 'Nothing was asked for.',
      );
      const { provider, idpIdentifier } = asked[0] ?? {};
      expect(JSON.parse(JSON.stringify({ provider, idpIdentifier }))).to.deep.equal(expected);
    }
  });

  it('ask the page first, which may refuse or answer', async () => {
    const { auth, asked } = scripted();
    const element = await signIn(auth);
    const user = new User(element);
    element.addEventListener('auth-submit', (event) => event.preventDefault(), { once: true });
    await user.control('Continue with Google');
    // The types of oneEvent() do not have our events.
    const [event] = (await Promise.all([
      oneEvent(element, 'auth-submit'),
      user.clicks('Continue with Google'),
    ])) as unknown as [AuthSubmitEvent];
    expect([event.screen, event.values]).to.deep.equal(['sign-in', { provider: 'google' }]);
    addEventListener(
      'auth-submit',
      (next: AuthSubmitEvent) => next.respondWith(Promise.resolve({ name: 'done', user: person() })),
      { once: true },
    );
    await user.clicks('Continue with Google');
    await user.reads('Hello');
    expect(asked).to.deep.equal([]);
  });

  it('lead nowhere while the page finds something wrong, and say that', async () => {
    const { auth, asked } = scripted();
    const element = await signIn(auth);
    const user = new User(element);
    addEventListener('auth-submit', (event) => event.fail({ message: 'Please accept the terms.' }), { once: true });
    await user.clicks('Continue with Google');
    await user.hears('Please accept the terms.');
    await user.reads('Please accept the terms.');
    expect(asked).to.deep.equal([]);
    await user.clicks('Continue with Google');
    await user.misses('Please accept the terms.');
    expect(asked).to.have.length(1);
  });

  it('are free again when the user comes back, who is told once that nothing came of it', async () => {
    const { auth } = scripted({ authFlow: 'USER_AUTH', federate: new AuthError('cancelled') });
    const element = await signIn(auth);
    const user = new User(element);
    await user.clicks('Continue with Google');
    await user.hears('Cancelled.');
    await user.reads('Cancelled.');
    expect(user.view.split('Cancelled.')).to.have.length(2);
    expect(element.querySelector('[data-provider][aria-disabled=true]')).to.equal(null);
    expect(element.querySelector('[data-auth~=alert]')).to.equal(null);
  });

  it('leave it to the form to say what went wrong', async () => {
    const { auth } = scripted({ federate: new AuthError('unsupported') });
    const element = await signIn(auth);
    await new User(element).clicks('Continue with Google');
    await new User(element).reads('This page cannot complete your sign-in.');
    expect(element.querySelectorAll('[data-auth~=alert]')).to.have.length(1);
  });

  it('speak the language of the page', async () => {
    const { auth } = scripted({ federate: new AuthError('cancelled') });
    const element = await fixture(html`<auth-authenticator .auth=${auth} .text=${pseudo}></auth-authenticator>`);
    const button = await eventually(
      () => element.querySelector<HTMLElement>('[data-provider=google]'),
      () => 'There is no button.',
    );
    button.click();
    await eventually(
      () => element.querySelector('auth-federated-buttons [data-auth=footer]:not(:empty)'),
      () => 'Nothing was said.',
    );
    expect(untranslated(element.querySelector('auth-federated-buttons')!, '[data-provider=Okta]')).to.deep.equal([]);
  });
});

describe('<auth-federated-buttons> alone', () => {
  it('is there while the user signs in, and says what went wrong', async () => {
    const { auth, client } = scripted({ federate: new AuthError('offline') });
    const { element, user } = await alone(auth);
    await user.clicks('Continue with Google');
    await user.reads('No connection');
    await user.hears('No connection');
    await expect(element).to.be.accessible();
    client.change({ name: 'started', step: { name: 'done', user: person() } });
    await user.misses('Continue with Google');
  });

  it('says it in the words of the page, or not at all', async () => {
    const { auth } = scripted({ federate: new AuthError('offline') });
    const { element, user } = await alone(auth);
    element.errorMessage = (_, { code }) => `Our own words for ${code}`;
    await user.clicks('Continue with Google');
    await user.reads('Our own words for offline');
    element.addEventListener('auth-error', (event) => event.preventDefault());
    await user.clicks('Continue with Google');
    await user.misses('Our own words for offline');
  });

  it('shows some of the providers, in an order of its own', async () => {
    const { element, user } = await alone(scripted().auth);
    element.providers = ['Okta', { name: 'google', label: 'Example Mail' }];
    await user.control('Continue with Example Mail');
    expect(namesIn(element)).to.deep.equal(['Continue with Example Inc.', 'Continue with Example Mail']);
  });

  it('may have no divider, and stand in a row', async () => {
    const { element, user } = await alone(scripted().auth);
    await user.reads('or');
    element.noDivider = true;
    element.layout = 'row';
    await element.updateComplete;
    expect(element.querySelector('[data-auth=divider]')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('keeps the same distance from the line with “or” in each layout', async () => {
    const { element, user } = await alone(scripted().auth);
    await user.control('Continue with Google');
    const gaps: number[] = [];
    for (const layout of ['stack', 'row', 'icons'] as const) {
      element.layout = layout;
      await element.updateComplete;
      const [line, list] = ['divider', 'providers'].map((name) =>
        element.querySelector(`[data-auth=${name}]`)!.getBoundingClientRect(),
      );
      gaps.push(list!.top - line!.bottom);
    }
    expect(gaps).to.deep.equal([gaps[0], gaps[0], gaps[0]]);
  });

  it('shows marks alone as icons, with the same names', async () => {
    const { element, user } = await alone(scripted().auth);
    await user.control('Continue with Google');
    const before = namesIn(element);
    element.layout = 'icons';
    await element.updateComplete;
    expect(namesIn(element)).to.deep.equal(before);
    expect((await user.control('Continue with Google')).innerText.trim()).to.equal('');
    expect((await user.control('Continue with Example Inc.')).innerText.trim()).to.equal('Continue with Example Inc.');
    await expect(element).to.be.accessible();
  });

  it('loads no icon of an address that is no picture of a web server, whatever it looks like', async () => {
    const { auth } = scripted({}, { providers: HOSTILE_ADDRESSES.map((icon) => ({ name: 'Okta', icon })) });
    const { element } = await alone(auth);
    await eventually(
      () => element.querySelectorAll('button').length === HOSTILE_ADDRESSES.length,
      () => 'Not every provider has a button.',
    );
    const safe = ['https:', location.protocol];
    for (const { src } of element.querySelectorAll('img')) {
      expect(safe).to.include(new URL(src).protocol);
      if (!src.startsWith('https:')) expect(new URL(src).origin).to.equal(location.origin);
    }
    expect(element.querySelectorAll('a, iframe, object, embed, script')).to.have.length(0);
  });

  it('shows the icon of a provider from this origin or by https:, and no other', async () => {
    const icons = [
      '/logo.svg',
      'https://example.com/logo.svg',
      'http://example.com/x',
      'data:image/png,x',
      'javascript:x',
      '//',
    ];
    const { auth } = scripted({}, { providers: icons.map((icon) => ({ name: icon, icon })) });
    const { element, user } = await alone(auth);
    await user.control('Continue with /logo.svg');
    expect([...element.querySelectorAll('img')].map(({ src }) => src)).to.deep.equal([
      `${location.origin}/logo.svg`,
      'https://example.com/logo.svg',
    ]);
  });

  it('makes buttons of the page work, instead of its own', async () => {
    const { auth, asked } = scripted();
    const { element, user } = await alone(
      auth,
      html`<button provider="google"><b>Go by Google</b></button><button provider="">Somewhere else</button>`,
    );
    const [google, pages] = await Promise.all([user.control('Go by Google'), user.control('Somewhere else')]);
    expect(namesIn(element)).to.deep.equal([]);
    google.querySelector('b')!.click();
    await eventually(
      () => google.ariaBusy === 'true' && pages.ariaDisabled === 'true' && pages.ariaBusy === null,
      () => 'The buttons are not busy.',
    );
    await eventually(
      () => asked.length,
      () => 'Google was not asked for.',
    );
    expect(asked.map(({ provider }) => provider)).to.deep.equal(['google']);
    auth.send({ type: 'cancel' });
    await eventually(
      () => google.ariaBusy === null && pages.ariaDisabled === null,
      () => 'The buttons are still busy.',
    );
    pages.click();
    await eventually(
      () => asked.length === 2,
      () => 'The sign-in pages were not asked for.',
    );
    expect(asked[1]?.provider).to.equal(undefined);
    await expect(element).to.be.accessible();
  });
});
