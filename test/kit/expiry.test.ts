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
