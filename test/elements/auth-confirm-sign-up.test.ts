import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { delivery } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';

const confirmSignUp = { name: 'confirmSignUp', username: '7', delivery: delivery({ destination: '*@*' }) } as const;

screenContract({
  tag: 'auth-confirm-sign-up',
  script: { signUp: confirmSignUp, restore: confirmSignUp },
  heading: 'Confirm your account',
  fields: { Code: ['one-time-code', '123456'] },
  asks: 'confirmSignUp',
  button: 'Confirm',
  error: ['wrong-code', 'Code'],
  focus: 'Code',
});

describe('<auth-confirm-sign-up>', () => {
  it('says where the code went, and whose account it is', async () => {
    const { element, user } = await stage({ restore: { ...confirmSignUp, username: 'jane', delivery: delivery() } });
    await user.reads('We sent a code to j***@e*** .');
    await user.hears('We sent a code to j***@e***.');
    await user.reads('jane Not you?');
    const username = element.querySelector<HTMLInputElement>('[autocomplete=username]');
    expect([username?.type, username?.value]).to.deep.equal(['text', 'jane']);
  });

  it('takes a code in any script and with anything between the digits', async () => {
    let sent = '';
    const { user } = await stage({
      restore: confirmSignUp,
      confirmSignUp: ({ code }) => {
        sent = code.reveal();
        return { name: 'signIn', notice: 'confirmed' };
      },
    });
    await user.types('Code', 'G-١٢٣ ４５６');
    await user.presses('Enter');
    await user.reads('Your account is confirmed.');
    expect(sent).to.equal('123456');
  });

  it('makes people wait before they ask for another code', async () => {
    const { user } = await stage({ restore: confirmSignUp });
    await user.reads('You can ask for a new code in 30 seconds.');
    expect(user.view).not.to.include('Send a new code');
    await user.reads('You can ask for a new code in 29 seconds.');
  });

  it('offers another code at once to somebody who comes back to an unconfirmed account', async () => {
    const { client, user } = await stage({
      restore: { name: 'confirmSignUp', username: 'jane' },
      resendSignUpCode: confirmSignUp,
    });
    await user.clicks('Send a new code');
    await user.reads('We sent a code to *@*');
    await user.reads('You can ask for a new code in 30 seconds.');
    expect(client.calls).to.include('resendSignUpCode');
  });

  it('leads somebody else back to the sign-in', async () => {
    const { user } = await stage({ restore: confirmSignUp });
    await user.clicks('Not you?');
    await user.heading('Sign in');
  });
});
