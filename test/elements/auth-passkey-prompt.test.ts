import { expect } from '@open-wc/testing';
import type { AnswerInput } from '../../src/client/auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { user as jane } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';
import { focused, nameOf } from '../support/user.js';

const passkeyPrompt = { name: 'passkeyPrompt', user: jane(), ticket: { username: 'jane' } } as const;

screenContract({
  tag: 'auth-passkey-prompt',
  at: passkeyPrompt,
  authFlow: 'USER_AUTH',
  heading: 'Sign in faster next time',
  fields: {},
  asks: 'answer',
  button: 'Create a passkey',
  error: ['passkey-unavailable'],
  focus: 'Sign in faster next time',
});

describe('<auth-passkey-prompt>', () => {
  for (const [button, choice] of [
    ['Create a passkey', 'yes'],
    ['Not now', 'later'],
    ['Don’t ask again', 'never'],
  ] as const) {
    it(`continues to the app after “${button}”`, async () => {
      let sent: AnswerInput | undefined;
      const { user } = await stage({
        restore: passkeyPrompt,
        answer: (input) => {
          sent = input;
          return { name: 'done', user: jane() };
        },
      });
      await user.heading('Sign in faster next time');
      await user.clicks(button);
      await user.heading('Hello, jane');
      expect(sent?.choice).to.equal(choice);
      expect(sent?.ticket).to.equal(passkeyPrompt.ticket);
    });
  }

  it('shows no error when the user cancels, and can still continue', async () => {
    const { element, user } = await stage({
      restore: passkeyPrompt,
      answer: ({ choice }) => (choice === 'yes' ? new AuthError('cancelled') : { name: 'done', user: jane() }),
    });
    await user.clicks('Create a passkey');
    await user.reads('Cancelled.');
    await user.hears('Cancelled.');
    expect(element.querySelector('[data-auth=alert]')).to.equal(null);
    expect(nameOf(focused() ?? document.body)).to.equal('Create a passkey');
    await user.clicks('Not now');
    await user.heading('Hello, jane');
  });

  it('sends no request before a button was pressed', async () => {
    const { client, user } = await stage({ restore: passkeyPrompt });
    await user.control('Create a passkey');
    expect(client.calls).to.deep.equal(['restore']);
  });
});
