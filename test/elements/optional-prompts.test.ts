import { expect } from '@open-wc/testing';
import type { AnswerInput } from '../../src/client/auth-client.js';
import type { Step } from '../../src/client/step.js';
import '../../src/define.js';
import { never, ticket, user as person } from '../../src/testing/fake-client.js';
import { stage } from '../support/stage.js';
import { eventually } from '../support/user.js';

const owner = { user: person(), ticket: ticket() };
const contacts = [{ name: 'email', destination: 'j***@e***' }] as const;

/** Each question that need not be answered, what takes long there, and how a user declines. */
const QUESTIONS: readonly (readonly [step: Step, slow: string, decline: string, choice: string])[] = [
  [{ name: 'verifyContact', contacts, remindIn: 30, ...owner }, 'Send a code to j***@e***', 'Skip', 'skip'],
  [
    { name: 'verifyContact', contacts, remindIn: 30, ...owner },
    'Send a code to j***@e***',
    'Remind me in 30 days',
    'later',
  ],
  [{ name: 'rememberDevice', ...owner }, 'Trust this device', 'Not now', 'later'],
  [{ name: 'passkeyPrompt', ...owner }, 'Create a passkey', 'Not now', 'later'],
  [{ name: 'passkeyPrompt', ...owner }, 'Create a passkey', 'Don’t ask again', 'never'],
];

describe('A question that need not be answered', () => {
  for (const [step, slow, decline, choice] of QUESTIONS) {
    it(`lets a user go on by “${decline}” while “${slow}” takes long`, async () => {
      const choices: AnswerInput['choice'][] = [];
      const { auth, client, user } = await stage({
        restore: step,
        answer: (input) => {
          choices.push(input.choice);
          return input.choice === choice ? { name: 'done', user: person() } : never();
        },
      });
      await user.clicks(slow);
      await eventually(
        () => choices.length === 1,
        () => `“${slow}” was not sent: ${user.view}`,
      );
      await user.clicks(decline);
      await user.reads('Hello');
      expect(choices).to.have.length(2);
      expect(choices[1]).to.equal(choice);
      expect(auth.getState().isBusy).to.equal(false);
      expect(client.calls.filter((call) => call === 'answer')).to.have.length(2);
    });
  }

  it('is declined once, however often the user presses', async () => {
    let answer: (step: Step) => void = () => undefined;
    const slow = new Promise<Step>((resolve) => (answer = resolve));
    const { client, user } = await stage({ restore: { name: 'passkeyPrompt', ...owner }, answer: slow });
    await user.clicks('Not now');
    await user.clicks('Not now');
    answer({ name: 'done', user: person() });
    await user.reads('Hello');
    expect(client.calls.filter((call) => call === 'answer')).to.have.length(1);
  });
});
