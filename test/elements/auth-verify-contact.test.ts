import { expect } from '@open-wc/testing';
import type { AnswerInput } from '../../src/client/auth-client.js';
import type { Step } from '../../src/client/step.js';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { delivery, user as vera } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';
import { nameOf } from '../support/user.js';

const choice = {
  name: 'verifyContact',
  contacts: [
    { name: 'email', destination: '*@*' },
    { name: 'phone_number', destination: '+***0104' },
  ],
  remindIn: 30,
  user: vera(),
  ticket: { username: 'vera' },
} as const satisfies Step;
const code: Step = { ...choice, contact: 'email', delivery: delivery({ destination: '*@*' }) };

screenContract({
  tag: 'auth-verify-contact',
  at: code,
  heading: 'Make sure that we can reach you',
  fields: { Code: ['one-time-code', '123456'] },
  asks: 'answer',
  button: 'Verify',
  error: ['wrong-code', 'Code'],
  focus: 'Code',
});

describe('<auth-verify-contact>', () => {
  /** A user who is asked to verify a contact, and the requests. */
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

  it('offers every contact, sends a code to the chosen one, and accepts it', async () => {
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

  for (const [link, decision] of [
    ['Skip', 'skip'],
    ['Remind me in 30 days', 'later'],
  ] as const) {
    it(`continues to the app after “${link}”, before and after the code was sent`, async () => {
      for (const step of [choice, code]) {
        const { user, sent, element } = await asked(() => done, step);
        await user.clicks(link);
        await user.heading('Hello, jane');
        expect(sent.map(({ choice }) => choice)).to.deep.equal([decision]);
        element.remove();
      }
    });
  }

  it('says “1 day” where the page reminds users the next day', async () => {
    const { user } = await asked(() => done, { ...choice, remindIn: 1 });
    await user.clicks('Remind me in 1 day');
    await user.heading('Hello, jane');
  });

  it('offers no reminder where the page reminds users each time', async () => {
    const { user, element } = await asked(() => done, { ...choice, remindIn: 0 });
    const links = [...element.querySelectorAll('[data-auth=link]')];
    expect(links.map(nameOf)).to.deep.equal(['Skip']);
    await user.clicks('Skip');
    await user.heading('Hello, jane');
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
