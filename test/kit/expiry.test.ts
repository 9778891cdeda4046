import { expect } from '@open-wc/testing';
import type { Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import '../../src/define.js';
import { ticket, user } from '../../src/testing/fake-client.js';
import { heardFrom } from '../support/heard.js';
import { stage } from '../support/stage.js';
import { eventually } from '../support/user.js';

const KEY = new Secret('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');

/** Every step with a time limit, with so many milliseconds left. */
const questions = (left: number): readonly Step[] => {
  const asked = { ticket: ticket({ expiresAt: Date.now() + left }) };
  return [
    { name: 'confirmSignIn', medium: 'sms', ...asked },
    { name: 'selectFactor', factors: ['password', 'email'], ...asked },
    { name: 'selectMfaType', purpose: 'use', types: ['sms', 'totp'], ...asked },
    { name: 'emailSetup', ...asked },
    { name: 'customChallenge', parameters: {}, ...asked },
    { name: 'totpSetup', secret: KEY, ...asked },
    { name: 'newPassword', requiredAttributes: [], ...asked },
  ];
};

describe('The time for an answer', () => {
  for (const [index, { name }] of questions(0).entries()) {
    it(`is shown and announced near its end at ${name}`, async () => {
      const { user: person } = await stage({ restore: questions(30_000)[index] ?? { name: 'signIn' } });
      await person.hears('seconds left for this step.');
      await person.reads('You have 28 seconds left for this step.');
    });

    it(`leads back from ${name} when it has expired, with the user name`, async () => {
      const { user: person } = await stage({ restore: questions(0)[index] ?? { name: 'signIn' } });
      await person.heading('Sign in');
      await person.reads('This took too long. Please start again.');
      await person.hears('This took too long. Please start again.');
      expect((await person.field('Username')).value).to.equal('jane');
    });
  }

  it('is announced near its end for each step again', async () => {
    const question = (left: number): Step => ({
      name: 'customChallenge',
      parameters: {},
      ticket: ticket({ expiresAt: Date.now() + left }),
    });
    const { element, user: person } = await stage({ restore: question(30_000), answer: () => question(20_000) });
    const heard = heardFrom(element);
    const warnings = () => heard.filter((sentence) => sentence.includes('seconds left for this step.'));
    await eventually(
      () => warnings().length === 1,
      () => `Heard: ${heard.join(' | ')}`,
    );
    await person.types('Your answer', '5');
    await person.presses('Enter');
    await eventually(
      () => warnings().length === 2,
      () => `Heard: ${heard.join(' | ')}`,
    );
  });

  it('begins anew for a user who wants more of it, once it is over, and keeps what was typed', async () => {
    const question = (left: number): Step => ({
      name: 'confirmSignIn',
      medium: 'totp',
      canStartAgain: true,
      ticket: ticket({ expiresAt: Date.now() + left }),
    });
    const { client, user: person } = await stage({ restore: question(4000), startAgain: () => question(60_000) });
    await person.types('Code', '123');
    await person.clicks('I need more time');
    await person.reads('When the time is over, this step begins again by itself.');
    await person.hears('When the time is over, this step begins again by itself.');
    expect(client.calls).not.to.include('startAgain');
    await person.misses('begins again by itself');
    expect(client.calls).to.include('startAgain');
    expect((await person.field('Code')).value).to.equal('123');
  });

  it('cannot begin anew where only the user can repeat what led there', async () => {
    const { user: person } = await stage({ restore: questions(20_000)[4] ?? { name: 'signIn' } });
    await person.reads('seconds left for this step.');
    expect(person.view).not.to.include('I need more time');
  });

  it('keeps the key of an authenticator app until it is over, and says that there is another one', async () => {
    const question = (secret: Secret, left: number): Step => ({
      name: 'totpSetup',
      secret,
      canStartAgain: true,
      ticket: ticket({ expiresAt: Date.now() + left }),
    });
    const { client, user: person } = await stage({
      restore: question(KEY, 4000),
      startAgain: () => question(new Secret('KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU'), 60_000),
    });
    await person.clicks('I need more time');
    expect(client.calls).not.to.include('startAgain');
    await person.reads('This is another key. Please scan it again.');
    await person.hears('This is another key. Please scan it again.');
  });

  it('is not mentioned while there is enough of it', async () => {
    const { user: person } = await stage({ restore: questions(60_000)[0] ?? { name: 'signIn' } });
    await person.heading('Enter your code');
    expect(person.view).not.to.include('seconds left');
  });

  it('has no limit for a signed-in user', async () => {
    const { auth, user: person } = await stage({
      restore: { name: 'done', user: user() },
      setUpTotp: { name: 'totpSetup', secret: KEY, ticket: ticket({ expiresAt: 0 }) },
    });
    await person.heading('Hello, jane');
    auth.send({ type: 'go.totpSetup' });
    await person.heading('Set up an authenticator app');
    expect(person.view).not.to.include('seconds left');
  });
});
