import { expect } from '@open-wc/testing';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { en } from '../../src/text/en.js';
import { stage } from '../support/stage.js';
import { focused } from '../support/user.js';

describe('An error on a screen', () => {
  it('is announced, and does not take the focus from another part of the page', async () => {
    let fail: (error: AuthError) => void = () => undefined;
    const answer = new Promise<AuthError>((resolve) => (fail = resolve));
    const { element, user } = await stage({ signIn: answer });
    const search = document.createElement('input');
    element.after(search);
    await user.types('Username', 'jane');
    await user.types('Password', 'Wrong-Horse-7');
    await user.presses('Enter');
    search.focus();
    fail(new AuthError('credentials'));
    await user.hears(en['error.credentials']);
    expect(focused()).to.equal(search);
    search.remove();
  });
});
