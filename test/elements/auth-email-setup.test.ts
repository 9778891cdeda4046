import { expect } from '@open-wc/testing';
import type { AnswerInput } from '../../src/client/auth-client.js';
import '../../src/define.js';
import { delivery, ticket } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { anotherWayContract } from '../contracts/another-way.contract.js';
import { stage } from '../support/stage.js';

const emailSetup = { name: 'emailSetup', ticket: ticket({ username: '7' }) } as const;

screenContract({
  tag: 'auth-email-setup',
  at: emailSetup,
  heading: 'Where do we send your codes?',
  fields: { Email: ['email', 'jane@example.com'] },
  asks: 'answer',
  button: 'Send code',
  error: ['invalid-parameter'],
  focus: 'Email',
});

anotherWayContract(emailSetup);

describe('<auth-email-setup>', () => {
  it('sends the address without surrounding spaces, and shows where the code went', async () => {
    let sent: AnswerInput | undefined;
    const { user } = await stage({
      restore: emailSetup,
      answer: (input) => {
        sent = input;
        return { name: 'confirmSignIn', medium: 'email', delivery: delivery(), ticket: ticket() };
      },
    });
    await user.types('Email', ' jane@example.com ');
    await user.presses('Enter');
    await user.heading('Enter your code');
    await user.reads('We sent a code to j***@e***');
    expect(sent?.attributes).to.deep.equal({ email: 'jane@example.com' });
  });

  it('sends no request while the address is not complete', async () => {
    const { client, user } = await stage({ restore: emailSetup });
    await user.types('Email', 'jane');
    await user.presses('Enter');
    await user.reads('This is not a complete email address.');
    await user.isAt('Email');
    expect(client.calls).not.to.include('answer');
  });

  it('shows whose codes these are, and lets another user start again', async () => {
    const { element, user } = await stage({ restore: { ...emailSetup, ticket: ticket() } });
    await user.reads('jane');
    expect(element.querySelector('input[autocomplete=username]')).to.have.property('value', 'jane');
    await user.clicks('Not you?');
    await user.heading('Sign in');
    expect((await user.field('Username')).value).to.equal('jane');
  });
});
