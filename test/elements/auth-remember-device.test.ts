import { expect } from '@open-wc/testing';
import type { AnswerInput } from '../../src/client/auth-client.js';
import '../../src/define.js';
import { user as jane } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';

const rememberDevice = { name: 'rememberDevice', user: jane(), ticket: { username: 'jane' } } as const;

screenContract({
  tag: 'auth-remember-device',
  at: rememberDevice,
  heading: 'Trust this device?',
  fields: {},
  asks: 'answer',
  button: 'Trust this device',
  error: ['offline'],
  focus: 'Trust this device?',
});

describe('<auth-remember-device>', () => {
  for (const [button, choice] of [
    ['Trust this device', 'yes'],
    ['Not now', 'later'],
  ] as const) {
    it(`continues to the app after “${button}”`, async () => {
      let sent: AnswerInput | undefined;
      const { user } = await stage({
        restore: rememberDevice,
        answer: (input) => {
          sent = input;
          return { name: 'done', user: jane() };
        },
      });
      await user.heading('Trust this device?');
      await user.clicks(button);
      await user.heading('Hello, jane');
      expect(sent?.choice).to.equal(choice);
    });
  }

  it('warns users who share the device', async () => {
    const { user } = await stage({ restore: rememberDevice });
    await user.reads('Do not trust a device that others use, too.');
  });
});
