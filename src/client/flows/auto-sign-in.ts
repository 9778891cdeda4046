import type { Notice, Step } from '../step.js';

/**
 * Lets somebody in who has just confirmed an account, or set a new password. Where they cannot be let in, or the page does
 * not want it, the sign-in form tells them the good news: it holds all the same.
 *
 * @param enter Signs in; false or undefined where nobody shall or can.
 */
export async function admit(
  notice: Notice,
  username: string,
  enter: (() => Promise<Step>) | false | undefined,
): Promise<Step> {
  const welcome: Step = { name: 'signIn', username, notice };
  return enter ? enter().catch(() => welcome) : welcome;
}
