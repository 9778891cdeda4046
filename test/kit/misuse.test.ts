import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import '../../src/define.js';
import type { AuthAuthenticator } from '../../src/elements/auth-authenticator.js';
import type { AuthProvider } from '../../src/elements/auth-provider.js';
import { AuthController } from '../../src/kit/controllers/auth-controller.js';
import { ticket } from '../../src/testing/fake-client.js';
import { scripted } from '../support/stage.js';
import { Told } from '../support/told.js';
import { User } from '../support/user.js';

const ALERT = 'Sign-in is not set up correctly on this page.';

customElements.define(
  'page-of-its-own',
  class extends LitElement {
    readonly #controller = new AuthController(this);

    protected override render(): unknown {
      return this.#controller.state?.screen;
    }
  },
);

/** Puts an element with attributes into the page. */
async function placed<Found extends HTMLElement>(tag: string, attributes: Readonly<Record<string, string>>) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return fixture<Found>(element);
}

describe('A mistake of the page is told to its developer:', () => {
  // One for all: nothing is told twice on a page.
  let told: Told;
  before(() => (told = new Told()));
  after(() => told.stop());

  const pool = { 'user-pool-id': 'us-east-1_Example1', 'user-pool-client-id': 'abc123' };
  for (const [mistake, attributes, line] of [
    ['a user pool that cannot be', { ...pool, 'user-pool-id': 'Example1' }, '"user-pool-id" must be like us-east-1_'],
    ['an empty id', { 'user-pool-id': '' }, '"user-pool-id" must be like us-east-1_Example1.'],
    [
      'no app client',
      { 'user-pool-id': 'us-east-1_Example1' },
      '"user-pool-client-id" must be the id of an app client.',
    ],
    [
      'no user pool beside the app client',
      { 'user-pool-client-id': 'abc123' },
      '"user-pool-id" must be like us-east-1_',
    ],
    ['an unknown flow', { ...pool, 'auth-flow': 'SRP' }, '"auth-flow" must be USER_SRP_AUTH or '],
    ['an unknown beginning', { ...pool, 'initial-state': 'signup' }, '"initial-state" must be sign-in or sign-up or '],
    [
      'an endpoint elsewhere',
      { ...pool, 'user-pool-endpoint': 'http://a.example' },
      '"user-pool-endpoint" must be an address of this device or of the page’s own origin',
    ],
  ] as const) {
    for (const tag of ['auth-authenticator', 'auth-provider']) {
      it(`${mistake}, which <${tag}> tells the user too`, async () => {
        const element = await placed(tag, attributes);
        await new User(element).reads(ALERT);
        expect(await told.has(`error: ${line}`)).to.equal(1);
      });
    }
  }

  it('no user pool at all, until there is one', async () => {
    const element = await placed<AuthAuthenticator>('auth-authenticator', {});
    const user = new User(element);
    await told.has('error: <auth-authenticator> has no user pool: set user-pool-id and user-pool-client-id');
    await user.reads(ALERT);
    element.auth = scripted().auth;
    await user.heading('Sign in');
    expect(user.view).not.to.include(ALERT);
  });

  it('a single screen without a provider', async () => {
    await placed('auth-sign-in', { 'user-pool-id': 'us-east-1_Example1' });
    await told.has('error: <auth-sign-in> has no user pool');
  });

  for (const [attribute, value, line] of [
    [
      'login-mechanisms',
      'mail',
      '"login-mechanisms" of <auth-authenticator> must be some of username, email, phone_number.',
    ],
    ['hide', 'signup', '"hide" of <auth-authenticator> must be some of sign-up, forgot-password, '],
    ['heading-level', '7', '"heading-level" of <auth-authenticator> must be 1 or 2 or '],
    ['theme', 'night', '"theme" of <auth-authenticator> must be light or dark.'],
    ['verification', 'mail', '"verification" of <auth-authenticator> must be code or link.'],
    ['preferred-factor', 'mail', '"preferred-factor" of <auth-authenticator> must be email or sms or passkey.'],
    ['auth-flow', 'USER_AUTH', '"auth-flow" of <auth-authenticator> has no effect'],
  ] as const) {
    it(`${attribute}="${value}", while the form works`, async () => {
      const element = await placed<AuthAuthenticator>('auth-authenticator', { [attribute]: value });
      element.auth = scripted().auth;
      await new User(element).field('Username');
      expect(await told.has(`error: ${line}`)).to.equal(1);
    });
  }

  it('rules for passwords without a length, fields of a screen that there is not', async () => {
    const element = await placed<AuthAuthenticator>('auth-authenticator', {});
    // A page without types may set anything.
    Object.assign(element, { auth: scripted().auth, passwordPolicy: { minLength: 8 }, fields: { signUp: {} } });
    await told.has('error: "passwordPolicy" of <auth-authenticator> must be an object with a number "length".');
    await told.has('error: "signUp" in "fields" of <auth-authenticator> must be the name of a screen.');
  });

  it('a child in a slot that there is not', async () => {
    const before = told.lines.length;
    await fixture(html`
      <auth-authenticator .auth=${scripted().auth}>
        <p slot="signin">Our own door</p>
        <p slot="sign-up">Our own form</p>
        <p slot="footer">Small print</p>
        <p>App</p>
      </auth-authenticator>
    `);
    await told.has('warning: <auth-authenticator> has no slot "signin".');
    expect(told.lines.slice(before)).to.have.length(1);
  });

  it('the element that is missing where the flow has come to', async () => {
    const { auth } = scripted({ signIn: { name: 'confirmSignIn', medium: 'totp', ticket: ticket() } });
    const element = await fixture<AuthProvider>(html`
      <auth-provider .auth=${auth}>
        <auth-sign-in></auth-sign-in>
        <auth-sign-out></auth-sign-out>
      </auth-provider>
    `);
    const user = new User(element);
    await user.types('Username', 'jane');
    await user.types('Password', 'Correct-Horse-7');
    await user.presses('Enter');
    const line = 'warning: no element shows the screen "confirm-sign-in": put <auth-confirm-sign-in> beside the others';
    expect(await told.has(line)).to.equal(1);
  });

  it('and nothing where another element shows it, where the page does, or where no form is', async () => {
    const before = told.lines.length;
    const [replaced, own, header, missing] = [0, 1, 2, 3].map(() => scripted({}, { initialState: 'forgot-password' }));
    await fixture(html`
      <auth-authenticator .auth=${replaced?.auth}><p slot="forgot-password">Call us</p></auth-authenticator>
      <auth-provider .auth=${own?.auth}><auth-sign-in></auth-sign-in><page-of-its-own></page-of-its-own></auth-provider>
      <auth-provider .auth=${header?.auth}
        ><auth-greetings></auth-greetings><auth-sign-out></auth-sign-out
      ></auth-provider>
    `);
    // What comes last is told last.
    await fixture(html`<auth-provider .auth=${missing?.auth}><auth-sign-up></auth-sign-up></auth-provider>`);
    await told.has('"forgot-password"');
    expect(told.lines.slice(before)).to.have.length(1);
  });
});
