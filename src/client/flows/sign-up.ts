import { isException } from '../../cognito/exceptions.js';
import { isUnanswered } from '../../cognito/failures.js';
import type { Post } from '../../cognito/json-protocol.js';
import { ownOf } from '../../cognito/own.js';
import type { Credentials } from '../../cognito/sign-in/challenge.js';
import * as cognito from '../../cognito/sign-up.js';
import type { AuthConfig } from '../../config/config.js';
import type { Attempt, Attempts } from '../attempts.js';
import type { ConfirmSignUpInput, FlowClient, SignUpInput } from '../auth-client.js';
import type { Step } from '../step.js';
import { autoSignIn, needsPassword } from './auto-sign-in.js';
import type { SignIn } from './auto-sign-in.js';
import type { PendingStep } from './pending-step.js';

/** What signing up needs. */
interface SignUpServices {
  readonly config: AuthConfig;
  readonly attempts: Attempts;
  readonly pendingStep: PendingStep;
  readonly signIn: (attempt: Attempt, credentials: Parameters<SignIn>[0]) => Promise<Step>;
}

/** An account that was created on this page and is not confirmed yet. */
interface NewAccount {
  readonly credentials: Pick<Credentials, 'username' | 'password'>;
  /** From the sign-up: with it, the confirmation yields another Session, for a sign-in. */
  readonly session?: string | undefined;
}

/** Creates accounts, confirms them, and signs in users who did both on this page. */
export class SignUpFlow implements Pick<FlowClient, 'signUp' | 'confirmSignUp' | 'resendSignUpCode'> {
  readonly #services: SignUpServices;
  readonly #isAutomatic: boolean;
  readonly #needsPassword: boolean;
  readonly #validationData: Readonly<Record<string, string>>;
  /** Usernames of sign-ups whose outcome is unknown. */
  readonly #unanswered = new Set<string>();
  #newAccount: NewAccount | undefined;

  constructor(services: SignUpServices) {
    const { autoSignIn: isAutomatic = true, validationData = {} } = services.config;
    this.#services = services;
    this.#isAutomatic = isAutomatic;
    this.#needsPassword = needsPassword(services.config);
    this.#validationData = validationData;
  }

  /** Forgets the new account, unless it has this username. */
  forget(except?: string): void {
    if (this.#newAccount?.credentials.username !== except) this.#newAccount = undefined;
  }

  /** SignUp. Continues with the sign-in where nothing has to be confirmed. */
  signUp(input: SignUpInput, signal?: AbortSignal): Promise<Step> {
    return this.#services.attempts.runLatest(input, signal, (attempt) =>
      this.#signUp(attempt.post, input, this.#signInOf(attempt)),
    );
  }

  /** ConfirmSignUp, and the sign-in: by the Session that it yields, else by the password. */
  confirmSignUp(input: ConfirmSignUpInput, signal?: AbortSignal): Promise<Step> {
    const { attempts, pendingStep } = this.#services;
    const waiting = pendingStep.confirming(input.username);
    return attempts.runLatest(input, signal, async (attempt) => {
      const step = await this.#confirm(attempt.post, input, this.#signInOf(attempt));
      // When the user has to wait longer, the previous step still knows where the link was sent.
      return (step.name === 'confirmSignUp' && waiting) || step;
    });
  }

  /** ResendConfirmationCode. */
  resendSignUpCode(input: { readonly username: string }, signal?: AbortSignal): Promise<Step> {
    const { username } = input;
    return this.#services.attempts.run(input, signal, async ({ post }) => {
      const delivery = await cognito.resendSignUpCode(post, username);
      if (delivery === 'confirmed') return { name: 'signIn', username, notice: 'confirmed' };
      return { name: 'confirmSignUp', username, ...(delivery && { delivery }) };
    });
  }

  #signInOf(attempt: Attempt): SignIn {
    return (credentials) => this.#services.signIn(attempt, credentials);
  }

  async #signUp(post: Post, input: SignUpInput, signIn: SignIn): Promise<Step> {
    const { username, password } = input;
    const credentials = { username, ...(password && { password }) };
    const validationData = { ...this.#validationData, ...input.validationData };
    const isRepeated = this.#unanswered.has(username);
    try {
      const { confirmed, delivery, session } = await cognito.signUp(post, ownOf({ ...input, validationData }));
      this.#unanswered.delete(username);
      this.#newAccount = { credentials, session };
      if (!confirmed) return { name: 'confirmSignUp', username, ...(delivery && { delivery }) };
    } catch (error) {
      // Most likely created by the previous try, whose response was lost.
      if (isRepeated && isException(error, 'UsernameExistsException')) {
        this.#newAccount = { credentials };
        return { name: 'confirmSignUp', username };
      }
      if (isUnanswered(error)) this.#unanswered.add(username);
      throw error;
    }
    return autoSignIn('confirmed', username, this.#isAutomatic && (() => signIn(credentials)));
  }

  async #confirm(post: Post, input: ConfirmSignUpInput, signIn: SignIn): Promise<Step> {
    const { username, code } = input;
    const created = this.#newAccount?.credentials.username === username ? this.#newAccount : undefined;
    if (!code) return this.#afterLink(input, created, signIn);
    const session = await cognito.confirmSignUp(post, ownOf({ ...input, code, session: created?.session }));
    this.#newAccount = undefined;
    if (!created) return autoSignIn('confirmed', username, false);
    const credentials = { ...created.credentials, ...(session && { session, authFlow: 'USER_AUTH' as const }) };
    return autoSignIn('confirmed', username, this.#isAutomatic && (() => signIn(credentials)));
  }

  /** Only a sign-in can tell whether the link in the mail was followed. */
  async #afterLink(
    { username, unasked }: ConfirmSignUpInput,
    created: NewAccount | undefined,
    signIn: SignIn,
  ): Promise<Step> {
    const waiting: Step = { name: 'confirmSignUp', username };
    if (!created || !this.#isAutomatic) return unasked ? waiting : { name: 'signIn', username };
    // Without a password, a sign-in begins with a code that is sent, or with a question.
    if (unasked && !(created.credentials.password && this.#needsPassword)) return waiting;
    try {
      const step = await signIn(created.credentials);
      this.#newAccount = undefined;
      return step;
    } catch (error) {
      if (unasked || isException(error, 'UserNotConfirmedException')) return waiting;
      throw error;
    }
  }
}
