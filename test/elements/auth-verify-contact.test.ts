import { expect } from '@open-wc/testing';
import type { AnswerInput } from '../../src/client/auth-client.js';
import type { Step } from '../../src/client/step.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import '../../src/define.js';
import { delivery, user as vera } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';

const choice = {
  name: 'verifyContact',
  contacts: [
    { name: 'email', destination: '*@*' },
    { name: 'phone_number', destination: '+***0104' },
  ],
  user: vera(),
  ticket: { username: 'vera' },
} as const satisfies Step;
const code: Step = { ...choice, contact: 'email', delivery: delivery({ destination: '*@*' }) };

screenContract({
  tag: 'auth-verify-contact',
  script: { signIn: code },
  arrive: (auth) => auth.send({ type: 'signIn.submit', username: '7', password: new Secret('Secret-1') }),
  heading: 'Make sure that we can reach you',
  fields: { Code: ['one-time-code', '123456'] },
  asks: 'answer',
  button: 'Verify',
  error: ['wrong-code', 'Code'],
  focus: 'Code',
});

describe('<auth-verify-contact>', () => {
  /** Somebody who is asked to verify a contact, and what they answer. */
  async function asked(answers: (input: AnswerInput) => Step | AuthError, restore: Step = choice) {
    const sent: AnswerInput[] = [];
    const set = await stage({
      restore,
      answer: (input) => {
        sent.push(input);
        return answers(input);
      },
    });
    await set.user.heading('Make sure that we can reach you');
    return { ...set, sent };
  }
  const done = { name: 'done', user: vera() } as const;

  it('offers every contact, sends a code to the one that is chosen, and takes it', async () => {
    const { element, user, sent } = await asked((input) => (input.choice ? code : done));
    await user.reads('Send a text message to +***0104');
    await expect(element).to.be.accessible();
    await user.clicks('Send a code to *@*');
    await user.reads('We sent a code to *@*');
    await user.isAt('Code');
    await user.types('Code', '123456');
    await user.presses('Enter');
    await user.heading('Hello, jane');
    expect(sent.map(({ choice, answer }) => choice ?? answer?.reveal())).to.deep.equal(['email', '123456']);
  });

  it('lets in who does not want to now, before and after the code was sent', async () => {
    for (const step of [choice, code]) {
      const { user, sent, element } = await asked(() => done, step);
      await user.clicks('Not now');
      await user.heading('Hello, jane');
      expect(sent.map(({ choice }) => choice)).to.deep.equal(['later']);
      element.remove();
    }
  });

  it('sends another code to the same contact', async () => {
    const { user, sent } = await asked((input) => (input.choice ? code : new AuthError('code-expired')), {
      ...choice,
      contact: 'email',
    });
    await user.clicks('Send a new code');
    await user.reads('We sent a code to *@*');
    expect(sent.map(({ choice }) => choice)).to.deep.equal(['email']);
  });
});
