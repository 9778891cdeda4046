import { AuthError } from '../../cognito/errors.js';
import { isUnanswered } from '../../cognito/failures.js';
import * as cognito from '../../cognito/forgot-password.js';
import type { Post } from '../../cognito/json-protocol.js';
import type { AuthConfig } from '../../config/config.js';
import type { Attempt, Attempts } from '../attempts.js';
import type { FlowClient, ResetPasswordInput, UsernameInput } from '../auth-client.js';
import type { Step } from '../step.js';
import { autoSignIn, needsPassword } from './auto-sign-in.js';
import type { SignIn } from './auto-sign-in.js';

/** What resetting a password needs. */
interface ResetServices {
  readonly config: AuthConfig;
  readonly attempts: Attempts;
  readonly signIn: (attempt: Attempt, credentials: Parameters<SignIn>[0]) => Promise<Step>;
}

/** Sends codes for forgotten passwords, sets the new password, and signs in with it. */
export class ResetPasswordFlow implements Pick<FlowClient, 'forgotPassword' | 'resetPassword'> {
  readonly #services: ResetServices;
  readonly #isAutomatic: boolean;
  readonly #needsPassword: boolean;
  /** Usernames of resets whose outcome is unknown. */
  readonly #unanswered = new Set<string>();

  constructor(services: ResetServices) {
    const { autoSignIn: isAutomatic = true } = services.config;
    this.#services = services;
    this.#isAutomatic = isAutomatic;
    this.#needsPassword = needsPassword(services.config);
  }

  /** ForgotPassword. The answer is the same whether the account exists or not. */
  forgotPassword(input: UsernameInput, signal?: AbortSignal): Promise<Step> {
    const { username } = input;
    return this.#services.attempts.run(input, signal, async ({ post }) => {
      await cognito.forgotPassword(post, username);
      this.#unanswered.delete(username);
      return { name: 'resetPassword', username };
    });
  }

  /** ConfirmForgotPassword, and the sign-in with the new password. */
  resetPassword(input: ResetPasswordInput, signal?: AbortSignal): Promise<Step> {
    const { attempts, signIn } = this.#services;
    return attempts.runLatest(input, signal, (attempt) =>
      this.#reset(attempt.post, input, (credentials) => signIn(attempt, credentials)),
    );
  }

  /**
   * A code works once. When the response to an earlier try was lost, a refusal may mean that the password is set: a
   * sign-in with it finds out. Where the page wants no sign-in (`autoSignIn`), or where the sign-in needs no password, that
   * case looks like a mistyped code, and the refusal is passed on: sending the user to the sign-in form with a password that
   * was never set would be worse than asking for another code.
   */
  async #reset(post: Post, input: ResetPasswordInput, signIn: SignIn): Promise<Step> {
    const { username, password } = input;
    try {
      await cognito.resetPassword(post, input);
    } catch (error) {
      const mayBeSet = this.#unanswered.has(username) && AuthError.from(error).code === 'wrong-code';
      if (isUnanswered(error)) this.#unanswered.add(username);
      if (mayBeSet && this.#isAutomatic && this.#needsPassword) return this.#signInOr(error, input, signIn);
      throw error;
    }
    this.#unanswered.delete(username);
    return autoSignIn('password-reset', username, this.#isAutomatic && (() => signIn({ username, password })));
  }

  /** Signs in if the password was set, else fails with the refusal of the code. */
  async #signInOr(refusal: unknown, { username, password }: ResetPasswordInput, signIn: SignIn): Promise<Step> {
    try {
      const step = await signIn({ username, password });
      this.#unanswered.delete(username);
      return step;
    } catch (error) {
      if (isUnanswered(error)) throw error;
      // It was not set. Mistyped codes must not use up the tries to sign in.
      if (AuthError.from(error).code === 'credentials') this.#unanswered.delete(username);
      throw refusal;
    }
  }
}
