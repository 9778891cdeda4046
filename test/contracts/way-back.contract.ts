import { expect } from '@open-wc/testing';
import type { Step } from '../../src/client/step.js';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { ticket } from '../../src/testing/fake-client.js';
import { stage } from '../support/stage.js';

/**
 * What every screen owes on which a second factor is set up: a way back for who came to it by a choice.
 *
 * @param step What the screen shows.
 */
export function wayBackContract(step: Extract<Step, { name: 'totpSetup' | 'emailSetup' }>): void {
  describe(`the way back from ${step.name}`, () => {
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
