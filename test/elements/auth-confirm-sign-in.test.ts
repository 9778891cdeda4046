import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { delivery, ticket } from '../../src/testing/fake-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';

const totp = { name: 'confirmSignIn', medium: 'totp', ticket: ticket({ username: '7' }) } as const;

screenContract({
  tag: 'auth-confirm-sign-in',
  at: totp,
  heading: 'Enter your code',
  fields: { Code: ['one-time-code', '123456'] },
  asks: 'answer',
  button: 'Verify',
  error: ['wrong-code', 'Code'],
  focus: 'Code',
});

describe('<auth-confirm-sign-in>', () => {
  it('tells users to open their authenticator app', async () => {
    const { user } = await stage({ restore: totp });
    await user.reads('Open your authenticator app and enter the code it shows.');
  });

  it('mentions no app where Cognito does not say where the code went', async () => {
    const { user } = await stage({ restore: { ...totp, medium: 'email' } });
    await user.reads('Enter the code that we sent you.');
  });

  it('shows which phone the code went to', async () => {
    const { user } = await stage({
      restore: { ...totp, medium: 'sms', delivery: delivery({ medium: 'sms', destination: '+*******0100' }) },
    });
    await user.reads('We sent a code to +*******0100');
  });

  it('announces that to screen readers, too', async () => {
    const sms = { ...totp, medium: 'sms', delivery: delivery({ medium: 'sms', destination: '+*******0100' }) } as const;
    const { user } = await stage({ signIn: sms });
    await user.types('Username', 'jane');
    await user.types('Password', 'secret');
    await user.presses('Enter');
    await user.isAt('Code');
    await user.hears('Enter your code: We sent a code to +*******0100.');
  });

  it('selects a wrong code, so that the next key replaces it', async () => {
    const { user } = await stage({ restore: totp, answer: new AuthError('wrong-code') });
    await user.types('Code', '000000');
    await user.presses('Enter');
    await user.reads('The code is not right');
    await user.isAt('Code');
    await user.presses('1');
    expect((await user.field('Code')).value).to.equal('1');
  });

  it('starts again, and says why, when the challenge has expired', async () => {
    const { user } = await stage({
      restore: { ...totp, ticket: ticket() },
      answer: new AuthError('challenge-expired'),
    });
    await user.types('Code', '000000');
    await user.presses('Enter');
    await user.heading('Sign in');
    await user.reads('This took too long. Please start again.');
    await user.hears('This took too long. Please start again.');
    expect((await user.field('Username')).value).to.equal('jane');
  });

  it('offers no new code for an authenticator app, which shows one by itself', async () => {
    const { user } = await stage({ restore: totp });
    await user.heading('Enter your code');
    expect(user.view).not.to.match(/new code|another way/);
  });

  it('sends another code, says where it went, and accepts it', async () => {
    const sms = { ...totp, medium: 'sms', canStartAgain: true } as const;
    const { user } = await stage({
      restore: sms,
      startAgain: ({ another = false }) => (another ? new AuthError('unknown') : { ...sms, delivery: delivery() }),
    });
    await user.clicks('Send a new code');
    await user.isAt('Code');
    await user.reads('We sent a code to j***@e***');
    await user.reads('You can ask for a new code in 30 seconds.');
  });

  it('offers no new code where the sign-in cannot be restarted, and keeps the challenge', async () => {
    const mailed = { ...totp, medium: 'email', delivery: delivery() } as const;
    const { user } = await stage({ restore: mailed, answer: new AuthError('too-many-attempts') });
    await user.reads('We sent a code to j***@e***');
    expect(user.view).not.to.include('new code');
    await user.types('Code', '000000');
    await user.presses('Enter');
    await user.reads('Too many tries');
    expect(user.view).not.to.include('new code');
    await user.reads('We sent a code to j***@e***');
  });

  it('leads back to the choice, if there was one', async () => {
    const { user } = await stage({
      restore: { ...totp, hasOtherWays: true },
      startAgain: ({ another = false }) =>
        another
          ? { name: 'selectMfaType', purpose: 'use', types: ['totp', 'sms'], ticket: ticket() }
          : new AuthError('unknown'),
    });
    await user.clicks('Try another way');
    await user.heading('Choose how to confirm that it is you');
  });
});
