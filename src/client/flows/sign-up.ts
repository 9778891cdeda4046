import { isUnanswered } from '../../cognito/errors.js';
import { isException } from '../../cognito/exceptions.js';
import * as cognito from '../../cognito/sign-up.js';
import type { Post } from '../../cognito/json-protocol.js';
import type { Credentials } from '../../cognito/sign-in/challenge.js';
import type { AuthConfig, AuthFlow } from '../../config/config.js';
import { admit } from './auto-sign-in.js';
import type { ConfirmSignUpInput, SignUpInput } from '../auth-client.js';
import type { Step } from '../step.js';

/** Signs in, as `signIn` does. */
export type Enter = (credentials: Credentials & { readonly authFlow?: AuthFlow }) => Promise<Step>;

/** Somebody who created an account on this page, and has not confirmed it yet. */
interface Newcomer {
  readonly credentials: Pick<Credentials, 'username' | 'password'>;
  /** Of the sign-up: with it, confirming leads to another one. */
  readonly session?: string | undefined;
}

/** Creates accounts, confirms them, and lets those in who did both on this page. */
export class Newcomers {
  readonly #autoSignIn: boolean;
  readonly #validationData: Readonly<Record<string, string>>;
  /** Names that somebody tried to sign up with, without hearing how it went. */
  readonly #unanswered = new Set<string>();
  #newcomer: Newcomer | undefined;

  constructor({ autoSignIn = true, validationData = {} }: AuthConfig) {
    this.#autoSignIn = autoSignIn;
    this.#validationData = validationData;
  }

  /** Forgets the newcomer, unless it is who has this name. */
  forget(except?: string): void {
    if (this.#newcomer?.credentials.username !== except) this.#newcomer = undefined;
  }

  /** SignUp. Goes on to the sign-in where nothing has to be confirmed. */
  async signUp(post: Post, input: SignUpInput, enter: Enter): Promise<Step> {
    const { username, password } = input;
    const credentials = { username, ...(password && { password }) };
    const validationData = { ...this.#validationData, ...input.validationData };
    const isRepeated = this.#unanswered.has(username);
    try {
      const { confirmed, delivery, session } = await cognito.signUp(post, { ...input, validationData });
      this.#unanswered.delete(username);
      this.#newcomer = { credentials, session };
      if (!confirmed) return { name: 'confirmSignUp', username, ...(delivery && { delivery }) };
    } catch (error) {
      // Most likely by this very person, a moment ago.
      if (isRepeated && isException(error, 'UsernameExistsException')) {
        this.#newcomer = { credentials };
        return { name: 'confirmSignUp', username };
      }
      if (isUnanswered(error)) this.#unanswered.add(username);
      throw error;
    }
    return admit('confirmed', username, this.#autoSignIn && (() => enter(credentials)));
  }

  /** ConfirmSignUp, and the sign-in: by the Session that comes of it, else by the password. */
  async confirm(post: Post, input: ConfirmSignUpInput, enter: Enter): Promise<Step> {
    const { username, code } = input;
    const newcomer = this.#newcomer?.credentials.username === username ? this.#newcomer : undefined;
    if (!code) return this.#afterLink(input, newcomer, enter);
    const session = await cognito.confirmSignUp(post, { ...input, code, session: newcomer?.session });
    this.#newcomer = undefined;
    if (!newcomer) return admit('confirmed', username, false);
    const credentials = session ? { username, session, authFlow: 'USER_AUTH' as const } : newcomer.credentials;
    return admit('confirmed', username, this.#autoSignIn && (() => enter(credentials)));
  }

  /** ResendConfirmationCode. */
  async resend(post: Post, username: string): Promise<Step> {
    const delivery = await cognito.resendSignUpCode(post, username);
    if (delivery === 'confirmed') return { name: 'signIn', username, notice: 'confirmed' };
    return { name: 'confirmSignUp', username, ...(delivery && { delivery }) };
  }

  /** Has somebody followed the link in their mail? Only a sign-in can tell. */
  async #afterLink(
    { username, unasked }: ConfirmSignUpInput,
    newcomer: Newcomer | undefined,
    enter: Enter,
  ): Promise<Step> {
    const waiting: Step = { name: 'confirmSignUp', username };
    if (!newcomer || !this.#autoSignIn) return unasked ? waiting : { name: 'signIn', username };
    try {
      const step = await enter(newcomer.credentials);
      this.#newcomer = undefined;
      return step;
    } catch (error) {
      if (unasked || isException(error, 'UserNotConfirmedException')) return waiting;
      throw error;
    }
  }
}
