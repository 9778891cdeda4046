import { expect, oneEvent } from '@open-wc/testing';
import type { AnswerInput } from '../../src/client/auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import '../../src/define.js';
import type { AuthSubmitEvent } from '../../src/kit/events/auth-events.js';
import { delivery, never, ticket, user as person } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';
import { eventually, nameOf } from '../support/user.js';

const selectFactor = {
  name: 'selectFactor',
  factors: ['password', 'passkey', 'email', 'sms'],
  ticket: ticket({ username: '7' }),
} as const;
const passwordless = { ...selectFactor, factors: ['email', 'sms'] } as const;
const mailed = { name: 'confirmSignIn', medium: 'email', delivery: delivery(), ticket: ticket() } as const;
const done = { name: 'done', user: person() } as const;

describe('with a password among the factors', () => {
  screenContract({
    tag: 'auth-select-factor',
    at: selectFactor,
    authFlow: 'USER_AUTH',
    heading: 'Choose how to sign in',
    fields: { Password: ['current-password', 'Secret-1'] },
    asks: 'answer',
    button: 'Sign in',
    error: ['credentials', 'Password'],
    focus: 'Password',
  });
});

describe('without a password among the factors', () => {
  screenContract({
    tag: 'auth-select-factor',
    at: passwordless,
    authFlow: 'USER_AUTH',
    heading: 'Choose how to sign in',
    fields: {},
    asks: 'answer',
    button: 'Send a code by email',
    error: ['delivery-failed'],
    focus: 'Choose how to sign in',
  });
});

describe('<auth-select-factor>', () => {
  it('sends the password exactly as it was typed', async () => {
    let sent: AnswerInput | undefined;
    const { user } = await stage({
      restore: selectFactor,
      answer: (input) => {
        sent = input;
        return done;
      },
    });
    await user.types('Password', ' pass word ');
    await user.presses('Enter');
    await user.reads('Hello');
    expect(sent?.choice).to.equal('password');
    expect(sent?.answer?.reveal()).to.equal(' pass word ');
  });

  it('fires one event when the user chooses twice', async () => {
    const { client, element, user } = await stage({ restore: selectFactor, answer: () => never() });
    const submits: unknown[] = [];
    element.addEventListener('auth-submit', (event) => submits.push(event));
    await user.clicks('Send a code by email');
    await eventually(
      () => element.querySelector('form')?.ariaBusy === 'true',
      () => 'The form is not busy.',
    );
    await user.clicks('Send a code by text message');
    await user.clicks('Send a code by email');
    expect(submits).to.have.length(1);
    expect(client.calls.filter((call) => call === 'answer')).to.have.length(1);
  });

  it('sends only the choice of a code, whatever is in the password field', async () => {
    let sent: AnswerInput | undefined;
    const { user } = await stage({
      restore: selectFactor,
      answer: (input) => {
        sent = input;
        return mailed;
      },
    });
    await user.types('Password', 'Secret-1');
    await user.clicks('Send a code by email');
    await user.heading('Enter your code');
    expect(sent?.choice).to.equal('email');
    expect(sent?.answer).to.equal(undefined);
  });

  it('fires a cancelable event before it sends a choice, and sends nothing when that is canceled', async () => {
    const { client, element, user } = await stage({ restore: selectFactor });
    element.addEventListener('auth-submit', (event) => event.preventDefault());
    await user.control('Use a passkey');
    // The types of oneEvent() do not have our events.
    const [asked] = (await Promise.all([
      oneEvent(element, 'auth-submit'),
      user.clicks('Use a passkey'),
    ])) as unknown as [AuthSubmitEvent];
    expect(asked.screen).to.equal('select-factor');
    expect(asked.values).to.deep.equal({ choice: 'passkey' });
    expect(client.calls).not.to.include('answer');
  });

  it('tells the page only that there is a password', async () => {
    const { element, user } = await stage({ restore: selectFactor });
    element.addEventListener('auth-submit', (event) => event.preventDefault());
    await user.types('Password', 'Secret-1');
    const [asked] = (await Promise.all([oneEvent(element, 'auth-submit'), user.presses('Enter')])) as unknown as [
      AuthSubmitEvent,
    ];
    expect(asked.values['password']).to.be.instanceOf(Secret);
    expect(JSON.stringify(asked.values)).not.to.include('Secret-1');
  });

  it('ignores a second choice while it is busy, and leaves the focus where it is', async () => {
    const { client, user } = await stage({ restore: selectFactor, answer: never() });
    await user.clicks('Send a code by email');
    const button = await user.control('Send a code by email');
    await eventually(
      () => button.ariaDisabled === 'true',
      () => 'The screen is not busy.',
    );
    await user.isAt('Send a code by email');
    await user.presses('Enter');
    await user.clicks('Send a code by text message');
    await user.isAt('Send a code by text message');
    expect(client.calls.filter((call) => call === 'answer')).to.have.length(1);
  });

  it('shows a spinner on the chosen button only', async () => {
    const { element, user } = await stage({ restore: selectFactor, answer: never() });
    const turning = () =>
      [...element.querySelectorAll<HTMLElement>('[data-auth=spinner]')]
        .filter((spinner) => getComputedStyle(spinner).display !== 'none')
        .map((spinner) => nameOf(spinner.closest('button') ?? spinner));
    for (const choice of ['Send a code by email', 'Sign in']) {
      await user.types('Password', 'Secret-1');
      await user.clicks(choice);
      await eventually(
        () => turning().length > 0,
        () => 'Nothing turns.',
      );
      expect(turning()).to.deep.equal([choice]);
      await user.clicks('Cancel');
    }
  });

  it('keeps a wrong password selected, so that the next key replaces it', async () => {
    const { user } = await stage({ restore: selectFactor, answer: new AuthError('credentials') });
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.reads('The username or password is not right.');
    await user.isAt('Password');
    expect((await user.field('Password')).value).to.equal('Secret-1');
    await user.presses('x');
    expect((await user.field('Password')).value).to.equal('x');
  });

  it('offers another factor after a wrong password', async () => {
    const { user } = await stage({
      restore: selectFactor,
      answer: ({ choice }) => (choice === 'password' ? new AuthError('credentials') : mailed),
    });
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.reads('The username or password is not right.');
    await user.clicks('Send a code by email');
    await user.heading('Enter your code');
  });

  it('has an ordinary form when a password is the only factor', async () => {
    const { element, user } = await stage({ restore: { ...selectFactor, factors: ['password'] } });
    await user.heading('Enter your password');
    await user.field('Password');
    expect(user.view).not.to.include('Other ways');
    expect(element.querySelector('[role=list]')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('has one button when a passkey is the only factor', async () => {
    const { element, user } = await stage({ restore: { ...selectFactor, factors: ['passkey'] } });
    await user.heading('Use your passkey');
    await user.control('Use a passkey');
    expect(element.querySelectorAll('input:not([hidden])')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('tells password managers whose password this is', async () => {
    const { element, user } = await stage({ restore: { ...selectFactor, ticket: ticket() } });
    const password = await user.field('Password');
    const username = element.querySelector<HTMLInputElement>('input[autocomplete=username]');
    expect(username?.value).to.equal('jane');
    expect(username?.form).to.equal(password.form);
  });

  it('keeps the user name for a user who goes back', async () => {
    const { user } = await stage({ authFlow: 'USER_AUTH', restore: { ...selectFactor, ticket: ticket() } });
    await user.types('Password', 'Secret-1');
    const password = await user.field('Password');
    await user.clicks('Not you?');
    await user.heading('Sign in');
    expect((await user.field('Username')).value).to.equal('jane');
    expect(password.value).to.equal('');
  });

  it('leads who has forgotten the password to another one, unless the page does not', async () => {
    const { element, user } = await stage({ authFlow: 'USER_AUTH', restore: { ...selectFactor, ticket: ticket() } });
    await user.field('Password');
    element.hide = ['forgot-password'];
    await user.misses('Forgot password?');
    element.hide = undefined;
    await user.clicks('Forgot password?');
    await user.heading('Reset your password');
  });
});
