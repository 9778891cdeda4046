import type { Credentials } from '../../cognito/sign-in/challenge.js';
import type { AuthConfig, AuthFlow } from '../../config/config.js';
import type { Notice, Step } from '../step.js';

/** Signs in, as `signIn` of the client does. */
export type SignIn = (credentials: Credentials & { readonly authFlow?: AuthFlow }) => Promise<Step>;

/** Whether a sign-in in the configured flow takes the password. */
export const needsPassword = ({ authFlow }: AuthConfig): boolean => authFlow !== 'CUSTOM_WITHOUT_SRP';

/**
 * Signs in a user who has just confirmed an account or set a new password. If that fails, or the page does not want it,
 * the answer is the sign-in form with the good news.
 *
 * @param signIn False where the user is not to be signed in.
 */
export async function autoSignIn(
  notice: Notice,
  username: string,
  signIn: (() => Promise<Step>) | false,
): Promise<Step> {
  const form: Step = { name: 'signIn', username, notice };
  return signIn ? signIn().catch(() => form) : form;
}
