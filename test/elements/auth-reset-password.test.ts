import { expect } from '@open-wc/testing';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';

const resetPassword = { name: 'resetPassword', username: '7' } as const;

screenContract({
  tag: 'auth-reset-password',
  at: resetPassword,
  heading: 'Set a new password',
  fields: { Code: ['one-time-code', '123456'], 'New password': ['new-password', 'Secret-2'] },
  asks: 'resetPassword',
  button: 'Set password',
  error: ['wrong-code', 'Code'],
  focus: 'Code',
});

describe('<auth-reset-password>', () => {
  it('does not reveal whether the account exists', async () => {
    const { user } = await stage({ restore: resetPassword });
    await user.reads('If this account exists, a code is on its way to you.');
  });

  it('makes users wait before they request another code, and says that it was sent', async () => {
    const { client, user } = await stage({ forgotPassword: () => ({ ...resetPassword }) });
    await user.types('Username', 'jane');
    await user.clicks('Forgot password?');
    await user.clicks('Send code');
    await user.reads('You can ask for a new code in 30 seconds.');
    await user.hears('Set a new password: If this account exists, a code is on its way to you.');
    expect(client.calls.filter((call) => call === 'forgotPassword')).to.have.length(1);
  });

  it('offers a code at once to a user whose reset is required, and did not request one', async () => {
    const required = { ...resetPassword, isRequired: true };
    const { user } = await stage({ signIn: required, forgotPassword: resetPassword });
    await user.types('Username', 'jane');
    await user.types('Password', 'secret');
    await user.presses('Enter');
    await user.reads('Your password has to be replaced.');
    await user.clicks('Send a new code');
    await user.reads('If this account exists, a code is on its way to you.');
    await user.reads('You can ask for a new code in 30 seconds.');
  });

  it('keeps the code when only the password was refused', async () => {
    const { user } = await stage({ restore: resetPassword, resetPassword: new AuthError('password-policy') });
    await user.types('Code', '123456');
    await user.types('New password', 'secret');
    await user.presses('Enter');
    await user.isAt('New password');
    expect((await user.field('Code')).value).to.equal('123456');
  });
});
