import { expect } from '@open-wc/testing';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { never } from '../../src/testing/fake-client.js';
import { offerPasskeys } from '../support/offer-passkeys.js';
import { PageListeners } from '../support/page-listeners.js';
import { stage } from '../support/stage.js';
import { eventually } from '../support/user.js';

describe('A screen that has left the page', () => {
  let listeners: PageListeners;
  beforeEach(() => {
    listeners = new PageListeners();
  });
  afterEach(() => {
    listeners.stop();
    Reflect.deleteProperty(document, 'visibilityState');
  });

  /** Waits until nothing of it is left. */
  const expectNone = () =>
    eventually(
      () => listeners.left.length === 0,
      () => listeners.left.join(),
    );

  it('has no listener any more after the user has typed', async () => {
    const { auth, element, user } = await stage();
    await user.types('Password', 'Secret-1');
    await eventually(
      () => listeners.left.includes('window pagehide'),
      () => listeners.left.join(),
    );
    element.remove();
    auth.stop();
    await expectNone();
  });

  it('has no listener any more after the user was asked for a code or a link', async () => {
    const { auth, element, user } = await stage({ restore: { name: 'confirmSignUp', username: 'jane' } });
    await user.heading('Confirm your account');
    expect(listeners.left).to.include.members(['window focus', 'document visibilitychange']);
    element.remove();
    auth.stop();
    await expectNone();
  });

  it('does not wait for the page to become visible to offer a passkey again', async () => {
    offerPasskeys();
    const { auth, client, element } = await stage({ authFlow: 'USER_AUTH' });
    let offers = 0;
    client.offerPasskey = () => {
      offers += 1;
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
      return offers > 1 ? never() : Promise.reject(new AuthError('challenge-expired'));
    };
    await eventually(
      () => listeners.left.includes('document visibilitychange'),
      () => `${listeners.left.join()} after ${offers} offers`,
    );
    element.remove();
    auth.stop();
    await expectNone();
  });
});
