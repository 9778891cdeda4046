import { AuthError, isUnanswered } from '../../cognito/errors.js';
import type { AuthErrorCode } from '../../cognito/errors.js';
import * as cognito from '../../cognito/forgot-password.js';
import type { Post } from '../../cognito/json-protocol.js';
import type { AuthConfig } from '../../config/config.js';
import { admit } from './auto-sign-in.js';
import type { ResetPasswordInput } from '../auth-client.js';
import type { Enter } from './sign-up.js';
import type { Step } from '../step.js';

/** How Cognito refuses a code that it has taken already, or never sent. */
const NO_GOOD: readonly AuthErrorCode[] = ['wrong-code', 'code-expired'];

/** Sends codes to people who forgot their password, sets the new one, and lets those in who did both. */
export class Resets {
  readonly #autoSignIn: boolean;
  readonly #needsPassword: boolean;
  /** Names for which somebody tried to set a new password, without hearing how it went. */
  readonly #unanswered = new Set<string>();

  constructor({ autoSignIn = true, authFlow }: AuthConfig) {
    this.#autoSignIn = autoSignIn;
    this.#needsPassword = authFlow !== 'CUSTOM_WITHOUT_SRP';
  }

  /** ForgotPassword. The answer is the same whether the account exists or not. */
  async send(post: Post, username: string): Promise<Step> {
    await cognito.forgotPassword(post, username);
    this.#unanswered.delete(username);
    return { name: 'resetPassword', username };
  }

  /**
   * ConfirmForgotPassword, and the sign-in with the new password.
   *
   * A code is good for once. When the answer to an earlier try got lost, a refusal may mean that the password is set: a
   * sign-in with it finds out. Where the page wants no sign-in (`autoSignIn`), or where it would not need the password,
   * nothing can tell that case from a code that was mistyped, so that the refusal is all that is said: to be sent to the
   * sign-in with a password that was never set would be worse than to ask for another code.
   */
  async confirm(post: Post, input: ResetPasswordInput, enter: Enter): Promise<Step> {
    const { username, password } = input;
    try {
      await cognito.resetPassword(post, input);
    } catch (error) {
      const mayBeSet = this.#unanswered.has(username) && NO_GOOD.includes(AuthError.from(error).code);
      if (isUnanswered(error)) this.#unanswered.add(username);
      if (mayBeSet && this.#autoSignIn && this.#needsPassword) return this.#enterOr(error, input, enter);
      throw error;
    }
    this.#unanswered.delete(username);
    return admit('password-reset', username, this.#autoSignIn && (() => enter({ username, password })));
  }

  /** Signs in if the password was set, else fails with the refusal of the code. */
  async #enterOr(refusal: unknown, { username, password }: ResetPasswordInput, enter: Enter): Promise<Step> {
    try {
      const step = await enter({ username, password });
      this.#unanswered.delete(username);
      return step;
    } catch (error) {
      if (isUnanswered(error)) throw error;
      // It was not set. Nobody shall use up their tries at signing in by mistyping a code.
      if (AuthError.from(error).code === 'credentials') this.#unanswered.delete(username);
      throw refusal;
    }
  }
}
