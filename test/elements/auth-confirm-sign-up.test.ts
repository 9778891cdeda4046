import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { ConfirmSignUpInput } from '../../src/client/auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import type { Step } from '../../src/client/step.js';
import { delivery, user as person } from '../../src/testing/fake-client.js';
import type { FakeScript } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';
import { descriptionOf } from '../support/description-of.js';
import { eventually } from '../support/user.js';

const confirmSignUp = { name: 'confirmSignUp', username: '7', delivery: delivery({ destination: '*@*' }) } as const;

screenContract({
  tag: 'auth-confirm-sign-up',
  at: confirmSignUp,
  heading: 'Confirm your account',
  fields: { Code: ['one-time-code', '123456'] },
  asks: 'confirmSignUp',
  button: 'Confirm',
  error: ['wrong-code', 'Code'],
  focus: 'Code',
});

describe('<auth-confirm-sign-up>', () => {
  it('shows where the code went, and whose account it is', async () => {
    const { element, user } = await stage({ restore: { ...confirmSignUp, username: 'jane', delivery: delivery() } });
    await user.reads('We sent a code to j***@e*** .');
    await user.reads('jane Not you?');
    expect(descriptionOf(await user.control('Not you?'))).to.equal('jane');
    const username = element.querySelector<HTMLInputElement>('[autocomplete=username]');
    expect([username?.type, username?.value]).to.deep.equal(['text', 'jane']);
  });

  it('accepts a code in any script and with anything between the digits', async () => {
    let sent = '';
    const { user } = await stage({
      restore: confirmSignUp,
      confirmSignUp: ({ code }) => {
        sent = code?.reveal() ?? '';
        return { name: 'signIn', notice: 'confirmed' };
      },
    });
    await user.types('Code', 'G-١٢٣ ４５６');
    await user.presses('Enter');
    await user.reads('Your account is confirmed.');
    expect(sent).to.equal('123456');
  });

  it('makes users wait before they request another code', async () => {
    const { user } = await stage({ restore: confirmSignUp });
    await user.reads('You can ask for a new code in 30 seconds.');
    expect(user.view).not.to.include('Send a new code');
    await user.reads('You can ask for a new code in 29 seconds.');
  });

  it('offers another code at once to a user who returns to an unconfirmed account', async () => {
    const { client, user } = await stage({
      restore: { name: 'confirmSignUp', username: 'jane' },
      resendSignUpCode: confirmSignUp,
    });
    await user.clicks('Send a new code');
    await user.reads('We sent a code to *@*');
    await user.reads('You can ask for a new code in 30 seconds.');
    expect(client.calls).to.include('resendSignUpCode');
  });

  it('makes users wait after too many requests, and still accepts the code', async () => {
    const { user } = await stage({
      restore: { name: 'confirmSignUp', username: 'jane' },
      resendSignUpCode: new AuthError('too-many-attempts'),
      confirmSignUp: { name: 'signIn', notice: 'confirmed' },
    });
    await user.clicks('Send a new code');
    await user.reads('Too many tries. Please wait a while.');
    await user.reads('You can ask for a new code in 60 seconds.');
    await user.types('Code', '123456');
    await user.presses('Enter');
    await user.reads('Your account is confirmed.');
  });

  it('leads another user back to the sign-in', async () => {
    const { user } = await stage({ restore: confirmSignUp });
    await user.clicks('Not you?');
    await user.heading('Sign in');
  });

  it('moves the focus to the code when another one is requested', async () => {
    const { user } = await stage({
      restore: { name: 'confirmSignUp', username: 'jane' },
      resendSignUpCode: confirmSignUp,
    });
    await user.clicks('Send a new code');
    await user.isAt('Code');
  });
});

describe('<auth-confirm-sign-up verification="link">', () => {
  const byLink = async (script: FakeScript) => {
    const set = await stage({ restore: confirmSignUp, ...script });
    set.element.verification = 'link';
    await set.user.reads('We sent a link to *@* . Open it to confirm your account.');
    return set;
  };

  it('has no field for a code', async () => {
    const { element, user } = await byLink({});
    expect(element.querySelectorAll('input:not([hidden])')).to.have.length(0);
    await user.reads('You can ask for a new link in 30 seconds.');
    await expect(element).to.be.accessible();
  });

  it('signs in after the link was followed, and says when it was not', async () => {
    let answer: Step = confirmSignUp;
    const { client, user } = await byLink({ confirmSignUp: () => answer });
    await user.clicks('I opened the link');
    await user.reads('The link has not been opened yet.');
    await user.hears('The link has not been opened yet.');
    answer = { name: 'done', user: person() };
    await user.clicks('I opened the link');
    await user.heading('Hello, jane');
    expect(client.calls.filter((call) => call === 'confirmSignUp')).to.have.length(2);
  });

  it('checks by itself when the user returns, and says nothing when it was too early', async () => {
    let answer: Step = confirmSignUp;
    const asked: ConfirmSignUpInput[] = [];
    const { user } = await byLink({
      confirmSignUp: (input) => {
        asked.push(input);
        return answer;
      },
    });
    dispatchEvent(new Event('focus'));
    await eventually(
      () => asked.length === 1,
      () => 'No request was sent.',
    );
    await user.reads('I opened the link');
    expect(user.view).not.to.include('not been opened');
    answer = { name: 'done', user: person() };
    document.dispatchEvent(new Event('visibilitychange'));
    await user.heading('Hello, jane');
    expect(asked.map(({ code, unasked }) => [code, unasked])).to.deep.equal([
      [undefined, true],
      [undefined, true],
    ]);
  });

  it('checks nothing where a code is awaited', async () => {
    const { client } = await stage({ restore: confirmSignUp });
    dispatchEvent(new Event('focus'));
    expect(client.calls).not.to.include('confirmSignUp');
  });
});
