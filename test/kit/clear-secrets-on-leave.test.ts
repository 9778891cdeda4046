import { expect, html } from '@open-wc/testing';
import { Secret } from '../../src/cognito/secret.js';
import '../../src/define.js';
import { ticket, user as person } from '../../src/testing/fake-client.js';
import { stage } from '../support/stage.js';
import { eventually } from '../support/user.js';

const leave = (persisted: boolean) => dispatchEvent(new PageTransitionEvent('pagehide', { persisted }));

describe('A page that is left and may be restored', () => {
  it('has no password any more, shown or not, but still the name', async () => {
    const { user } = await stage();
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    const password = await user.field('Password');
    leave(false);
    expect(password.value).to.equal('Secret-1');
    await user.clicks('Show password');
    await eventually(
      () => password.type === 'text',
      () => 'The password is not shown.',
    );
    leave(true);
    expect(password.value).to.equal('');
    expect((await user.field('Username')).value).to.equal('jane');
  });

  it('has no code any more', async () => {
    const { user } = await stage({ restore: { name: 'resetPassword', username: 'jane' } });
    await user.types('Code', '123456');
    await user.types('New password', 'Secret-1');
    leave(true);
    expect((await user.field('Code')).value).to.equal('');
    expect((await user.field('New password')).value).to.equal('');
  });

  it('has no answer to the question of a Lambda function any more', async () => {
    const parameters = { question: 'Your mother’s maiden name?' };
    const { user } = await stage({ restore: { name: 'customChallenge', parameters, ticket: ticket() } });
    await user.types('Your answer', 'Smith');
    leave(true);
    expect((await user.field('Your answer')).value).to.equal('');
  });

  it('has no value any more in secret fields that the page has added, whatever their names, but still in the others', async () => {
    const { element, user } = await stage();
    const added = { label: 'PIN', type: 'password', required: true } as const;
    element.fields = {
      'sign-in': {
        pin: added,
        barcode: { added: true, label: 'Barcode', required: true },
        phrase: { added: true, label: 'Phrase', boxed: true, required: true },
      },
    };
    for (const label of ['PIN', 'Barcode', 'Phrase']) await user.types(label, '4711');
    leave(true);
    expect((await user.field('PIN')).value).to.equal('');
    expect((await user.field('Phrase')).value).to.equal('');
    expect((await user.field('Barcode')).value).to.equal('4711');
  });

  const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  const set = { name: 'totpSetup', secret: new Secret(KEY), ticket: ticket() } as const;
  for (const [who, script, next] of [
    ['who signs in', { restore: set }, 'sign-in'],
    ['who is signed in', { restore: { name: 'done', user: person() }, setUpTotp: set }, 'signed-in'],
  ] as const) {
    it(`does not show the key of an authenticator app again to a user ${who}`, async () => {
      const { auth, element, user } = await stage(script, html`<p>The app.</p>`);
      if (next === 'signed-in') {
        await user.reads('The app.');
        auth.send({ type: 'go.totpSetup' });
      }
      await user.heading('Set up an authenticator app');
      leave(false);
      expect(new XMLSerializer().serializeToString(element).includes(KEY)).to.equal(true);
      leave(true);
      // What the browser lets a page do before it freezes it.
      await Promise.resolve();
      await element.updateComplete;
      expect(new XMLSerializer().serializeToString(element).includes(KEY)).to.equal(false);
      expect(element.innerText.includes(KEY.slice(0, 4))).to.equal(false);
      expect(auth.getState().screen).to.equal(next);
    });
  }
});
