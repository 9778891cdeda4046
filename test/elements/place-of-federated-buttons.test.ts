import { expect, fixture, html } from '@open-wc/testing';
import { createAuth } from '../../src/auth.js';
import '../../src/define/auth-authenticator.js';
import { loaders } from '../../src/define/loaders.js';
import { AuthSignIn } from '../../src/elements/auth-sign-in.js';
import { fakeClient } from '../../src/testing/fake-client.js';
import { User } from '../support/user.js';

const config = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'client', providers: ['google', 'Okta', ''] };

describe('The form to sign in', () => {
  before(() => document.body.style.setProperty('--auth-duration', '0s'));
  after(() => document.body.style.removeProperty('--auth-duration'));

  it('does not move when the buttons of providers come', async () => {
    let load = (): void => undefined;
    const wanted = new Promise<void>((resolve) => (load = resolve));
    AuthSignIn.loadButtons = () => wanted.then(loaders['auth-federated-buttons']);
    const auth = createAuth(config, { client: fakeClient() });
    const element = await fixture(html`<auth-authenticator .auth=${auth}></auth-authenticator>`);
    const user = new User(element);
    const link = await user.control('Create an account');
    const buttons = element.querySelector('auth-federated-buttons')!;
    const places = () => [link, element, buttons].map((each) => JSON.stringify(each.getBoundingClientRect()));
    const before = places();
    expect(buttons.matches(':not(:defined)')).to.equal(true);
    expect(user.view).not.to.include('Google');
    load();
    await user.control('Continue with Google');
    expect(places()).to.deep.equal(before);
  });
});
