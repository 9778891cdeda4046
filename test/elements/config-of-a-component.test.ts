import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { AuthAuthenticator } from '../../src/elements/auth-authenticator.js';
import { POOL } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

describe('A configuration that a component passes anew with each rendering', () => {
  const store = { get: () => undefined, set: () => undefined, remove: () => undefined };
  const config = () => ({
    ...POOL,
    storage: store,
    authFlow: 'USER_AUTH' as const,
    environment: { now: Date.now },
  });

  async function page() {
    const element = await fixture<AuthAuthenticator>(
      html`<auth-authenticator .config=${config()}></auth-authenticator>`,
    );
    const user = new User(element);
    await user.types('Username', 'jane');
    return { element, user };
  }

  it('keeps the Auth and what was typed when it says the same', async () => {
    const { element, user } = await page();
    const { auth } = element;
    element.config = config();
    await element.updateComplete;
    expect(element.auth).to.equal(auth);
    expect((await user.field('Username')).value).to.equal('jane');
    // It has the new one from now on, and that is no other either.
    element.config = config();
    await element.updateComplete;
    expect(element.auth).to.equal(auth);
  });

  it('builds another Auth when it says something else', async () => {
    for (const change of [
      { userPoolClientId: 'another' },
      { storage: { ...store, get: () => undefined } },
      { environment: {} },
    ]) {
      const { element, user } = await page();
      const { auth } = element;
      element.config = { ...config(), ...change };
      await eventually(
        () => element.auth && element.auth !== auth,
        () => `The Auth is still the same after ${Object.keys(change).join()}.`,
      );
      await user.field('Username');
    }
  });

  it('may name any endpoint, also when the element comes back to the page with an equal one', async () => {
    const elsewhere = () => ({ ...POOL, userPoolEndpoint: 'https://cognito.example.com/' });
    const element = await fixture<AuthAuthenticator>(
      html`<auth-authenticator .config=${elsewhere()}></auth-authenticator>`,
    );
    const user = new User(element);
    await user.heading('Sign in');
    element.config = elsewhere();
    const parent = element.parentElement!;
    element.remove();
    await Promise.resolve();
    parent.append(element);
    await user.heading('Sign in');
    expect(element.auth?.pool.isWithoutForm).not.to.equal(true);
  });
});
