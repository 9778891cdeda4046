import { expect } from '@open-wc/testing';
import type { Step } from '../../src/client/step.js';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { ticket } from '../../src/testing/fake-client.js';
import { stage } from '../support/stage.js';

/**
 * The contract of every screen that sets up a second factor: a link back to the choice, if there was one.
 *
 * @param step The step of the screen.
 */
export function anotherWayContract(step: Extract<Step, { name: 'totpSetup' | 'emailSetup' }>): void {
  describe(`the link back from ${step.name}`, () => {
    it('leads to the choice, if there was one', async () => {
      const { user } = await stage({
        restore: { ...step, hasOtherWays: true },
        startAgain: ({ another = false }) =>
          another
            ? { name: 'selectMfaType', purpose: 'setup', types: ['totp', 'email'], ticket: ticket() }
            : new AuthError('unknown'),
      });
      await user.clicks('Try another way');
      await user.heading('Choose a second step for your sign-ins');
    });

    it('is not offered where there is none', async () => {
      const { user } = await stage({ restore: step });
      await user.control('Back to sign in');
      expect(user.view).not.to.include('another way');
    });
  });
}
