import { expect } from '@open-wc/testing';
import type { AnswerInput } from '../../src/client/auth-client.js';
import '../../src/define.js';
import { ticket, user as person } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';

const newPassword = { name: 'newPassword', requiredAttributes: [], ticket: ticket({ username: '7' }) } as const;

screenContract({
  tag: 'auth-new-password',
  at: newPassword,
  heading: 'Choose a new password',
  fields: { 'New password': ['new-password', 'Secret-2'] },
  asks: 'answer',
  button: 'Save and continue',
  error: ['password-policy', 'New password'],
  focus: 'New password',
});

describe('<auth-new-password>', () => {
  it('asks for the required attributes that are missing, of every kind', async () => {
    let sent: AnswerInput | undefined;
    const { user } = await stage({
      restore: { ...newPassword, requiredAttributes: ['given_name', 'birthdate', 'custom:plan'] },
      answer: (input) => {
        sent = input;
        return { name: 'done', user: person() };
      },
    });
    await user.types('New password', 'Secret-2');
    await user.types('First name', ' Jane ');
    (await user.field('Date of birth')).value = '1990-01-31';
    await user.types('custom:plan', 'Gold');
    await user.presses('Enter');
    await user.reads('Hello');
    expect(sent?.answer?.reveal()).to.equal('Secret-2');
    expect(sent?.attributes).to.deep.equal({ given_name: 'Jane', birthdate: '1990-01-31', 'custom:plan': 'Gold' });
  });
});
