import { expect } from '@open-wc/testing';
import type { AnswerInput } from '../../src/client/auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { ticket, user as person } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';
import { eventually } from '../support/user.js';

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
  it('says at an attribute that Cognito refuses it', async () => {
    const { user } = await stage({
      restore: { ...newPassword, requiredAttributes: ['given_name', 'email'] },
      answer: new AuthError('invalid-parameter', { field: 'email' }),
    });
    await user.types('New password', 'Secret-2');
    await user.types('First name', 'Jane');
    await user.types('Email', 'jane@example.com');
    await user.presses('Enter');
    await user.isAt('Email');
    await user.reads('Something in this form is not accepted.');
  });

  it('shows which rules the password meets, also after the page has moved or removed the form', async () => {
    const { element, user } = await stage({ restore: newPassword });
    const { parentElement: place } = element;
    const met = () => element.querySelectorAll('[aria-label="Met:"]').length;
    await user.types('New password', 'Secret');
    const many = await eventually(met, () => 'No rule is met.');
    place?.append(document.createElement('p'), element);
    await user.field('New password');
    expect(met()).to.equal(many);
    element.remove();
    await eventually(
      () => (element.querySelector<HTMLInputElement>('[name="new-password"]')?.value ?? '') === '',
      () => 'The password outlives the form.',
    );
    place?.append(element);
    await eventually(
      () => met() === 0,
      () => `${met()} rules are met by an empty field.`,
    );
  });

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
