import { expect } from '@open-wc/testing';
import '../../src/define.js';
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
});
