import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { delivery } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';

screenContract({
  tag: 'auth-forgot-password',
  at: 'forgot-password',
  heading: 'Reset your password',
  fields: { Username: ['username', 'jane'] },
  asks: 'forgotPassword',
  button: 'Send code',
  error: ['too-many-requests'],
  focus: 'Username',
});

describe('<auth-forgot-password>', () => {
  it('leads by a code to a new password, and back to the sign-in with a notice', async () => {
    let sent: readonly string[] = [];
    const { user } = await stage({
      forgotPassword: ({ username }) => ({ name: 'resetPassword', username, delivery: delivery() }),
      resetPassword: ({ username, code, password }) => {
        sent = [username, code.reveal(), password.reveal()];
        return { name: 'signIn', username, notice: 'password-reset' };
      },
    });
    await user.types('Username', 'jane');
    await user.clicks('Forgot password?');
    await user.heading('Reset your password');
    await user.clicks('Send code');
    await user.heading('Set a new password');
    await user.types('Code', '123456');
    await user.types('New password', 'Secret-2');
    await user.presses('Enter');
    await user.reads('Your new password is set.');
    expect(sent).to.deep.equal(['jane', '123456', 'Secret-2']);
    expect((await user.field('Username')).value).to.equal('jane');
  });
});
