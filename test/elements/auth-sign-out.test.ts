import { expect, fixture, html } from '@open-wc/testing';
import type { SignOutInput } from '../../src/client/auth-client.js';
import '../../src/define.js';
import { user as person } from '../../src/testing/fake-client.js';
import { departureContract } from '../contracts/departure.contract.js';
import { scripted } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

describe('<auth-sign-out>', () => {
  departureContract(
    'auth-sign-out',
    async () => scripted({ restore: { name: 'done', user: person() } }),
    async (_, user) => user.control('Sign out'),
  );

  for (const [attributes, expected] of [
    ['', { global: false, forget: false }],
    ['global', { global: true, forget: false }],
    ['forget', { global: false, forget: true }],
  ] as const satisfies readonly (readonly [string, SignOutInput])[]) {
    it(`signs out where the page says: ${attributes || 'this browser'}`, async () => {
      let sent: SignOutInput | undefined;
      const { auth } = scripted({
        restore: { name: 'done', user: person() },
        signOut: (input) => {
          sent = input;
          return { name: 'signIn' };
        },
      });
      const page = await fixture(html`<auth-provider .auth=${auth}><auth-sign-out></auth-sign-out></auth-provider>`);
      if (attributes) page.querySelector('auth-sign-out')?.toggleAttribute(attributes);
      await new User(page).clicks('Sign out');
      await eventually(
        () => sent,
        () => 'No sign-out was requested.',
      );
      expect(sent?.global).to.equal(expected.global);
      expect(sent?.forget).to.equal(expected.forget);
    });
  }

  it('is shown only while a user is signed in', async () => {
    const { auth } = scripted();
    const page = await fixture(html`<auth-provider .auth=${auth}><auth-sign-out></auth-sign-out></auth-provider>`);
    await eventually(
      () => !auth.getState().isBusy,
      () => 'The chart never came to rest.',
    );
    expect(page.querySelector('button')).to.equal(null);
  });
});
