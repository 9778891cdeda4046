import { expect } from '@open-wc/testing';
import type { SignUpInput } from '../../src/client/auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { delivery } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';
import { descriptionOf } from '../support/description-of.js';
import { eventually } from '../support/user.js';

screenContract({
  tag: 'auth-sign-up',
  at: 'sign-up',
  heading: 'Create an account',
  fields: {
    Username: ['username', 'jane'],
    Email: ['email', 'jane@example.com'],
    Password: ['new-password', 'Secret-1'],
  },
  asks: 'signUp',
  button: 'Create account',
  error: ['username-exists', 'Username'],
  focus: 'Username',
});

const NEEDS =
  'The password needs: at least 8 characters, a small letter, a capital letter, a digit, a special character.';
const sent = { name: 'confirmSignUp', username: 'jane', delivery: delivery() } as const;

/** The sign-up screen, and its requests. */
async function signUp(mechanisms: string) {
  const inputs: SignUpInput[] = [];
  const { element, user } = await stage(
    {
      signUp: (input) => {
        inputs.push(input);
        return sent;
      },
    },
    '',
    { initialState: 'sign-up' },
  );
  element.setAttribute('login-mechanisms', mechanisms);
  await user.heading('Create an account');
  return { element, inputs, user };
}

describe('<auth-sign-up>', () => {
  it('makes the address the user name where users sign in by e-mail', async () => {
    const { inputs, user } = await signUp('email');
    await user.types('Email', 'jane@example.com');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.heading('Confirm your account');
    expect(inputs[0]?.username).to.equal('jane@example.com');
    expect(inputs[0]?.attributes).to.deep.equal({ email: 'jane@example.com' });
  });

  it('sends a phone number in the format of Cognito, however it was typed', async () => {
    const { inputs, user } = await signUp('phone_number');
    await user.types('Phone number', '0049 (30) 901-820');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.heading('Confirm your account');
    expect(inputs[0]?.username).to.equal('+4930901820');
    expect(inputs[0]?.attributes).to.deep.equal({ phone_number: '+4930901820' });
  });

  it('has the additional fields of the page', async () => {
    const { element, inputs, user } = await signUp('username');
    element.fields = {
      'sign-up': {
        given_name: { added: true, required: true },
        'custom:plan': { added: true, label: 'Plan' },
        email: { hidden: true },
      },
    };
    await user.types('First name', 'Jane');
    await user.types('Plan (optional)', 'Gold');
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.heading('Confirm your account');
    expect(inputs[0]?.attributes).to.deep.equal({ given_name: 'Jane', 'custom:plan': 'Gold' });
  });

  it('ticks the rules off while the user types the password, and says which are left', async () => {
    const { element, user } = await signUp('username');
    const met = () => [...element.querySelectorAll('[data-auth~=met]')].map(({ textContent }) => textContent.trim());
    await user.types('Password', 'abc1');
    await eventually(
      () => met().length === 2,
      () => met().join(),
    );
    expect(met()).to.deep.equal(['A small letter', 'A digit']);
    await user.hears('Still missing: at least 8 characters, a capital letter, a special character.');
    const field = await user.field('Password');
    const before = descriptionOf(field);
    await user.types('Password', 'abcdefG-1');
    await user.hears('The password meets all rules.');
    // A screen reader repeats what describes the field when that changes.
    expect([before, descriptionOf(field)]).to.deep.equal([NEEDS, NEEDS]);
    await expect(element).to.be.accessible();
  });

  it('sends no password that breaks rules, and names those', async () => {
    const { inputs, user } = await signUp('email');
    await user.types('Email', 'jane@example.com');
    await user.types('Password', 'abcdefgh');
    await user.presses('Enter');
    await user.reads('Still missing: a capital letter, a digit, a special character.');
    await user.hears('Still missing: a capital letter, a digit, a special character.');
    await user.isAt('Password');
    expect(inputs).to.have.length(0);
    await user.types('Password', 'Abcdefg-1');
    await user.presses('Enter');
    await user.heading('Confirm your account');
    expect(inputs).to.have.length(1);
  });

  it('has the rules of the pool', async () => {
    const { element, user } = await signUp('username');
    element.passwordPolicy = { length: 12 };
    await user.reads('At least 12 characters Create account');
  });

  it('warns about a password that ends with a space', async () => {
    const { inputs, user } = await signUp('email');
    await user.types('Email', 'jane@example.com');
    await user.types('Password', 'Secret-1 ');
    await user.presses('Enter');
    await user.reads('The password begins or ends with a space.');
    expect(inputs).to.have.length(0);
  });

  it('leads a user who has an account already to the sign-in, with the name that was typed', async () => {
    const { user } = await stage({ signUp: new AuthError('username-exists') }, '', { initialState: 'sign-up' });
    await user.types('Username', 'jane');
    await user.types('Email', 'jane@example.com');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.hears('Sign in instead');
    await user.clicks('Sign in instead');
    await user.heading('Sign in');
    expect((await user.field('Username')).value).to.equal('jane');
  });

  it('keeps everything that was typed when Cognito refuses it', async () => {
    const { user } = await stage({ signUp: new AuthError('password-policy') }, '', { initialState: 'sign-up' });
    await user.types('Username', 'jane');
    await user.types('Email', 'jane@example.com');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.reads('This password does not meet the rules.');
    await user.isAt('Password');
    expect((await user.field('Username')).value).to.equal('jane');
    expect((await user.field('Email')).value).to.equal('jane@example.com');
  });

  it('sends the metadata that the page adds for the pre sign-up function', async () => {
    let data: unknown;
    const { element, user } = await stage(
      {
        signUp: ({ validationData }) => {
          data = validationData;
          return { name: 'signIn' };
        },
      },
      '',
      { initialState: 'sign-up' },
    );
    element.addEventListener('auth-submit', ({ validationData }) => (validationData['captcha'] = 'token'));
    await user.types('Username', 'jane');
    await user.types('Email', 'jane@example.com');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.heading('Sign in');
    expect(data).to.deep.equal({ captcha: 'token' });
  });
});
