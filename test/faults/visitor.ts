import assert from 'node:assert/strict';
import { totpCode } from '../../demo/cognito/index.js';
import type { AuthClient } from '../../src/client/auth-client.js';
import type { Factor, MfaType, Step, Ticket } from '../../src/client/step.js';
import type { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import type { Stage } from '../client/stage.js';

/** What a user knows, has and prefers. */
export interface Habits {
  readonly username: string;
  readonly email: string;
  readonly phone: string;
  /** The passwords that may be right, the likeliest first. */
  readonly passwords: readonly string[];
  /** The new password, when they have to replace theirs. */
  readonly newPassword: string;
  /** The first factor that they choose when they are asked. They do not send their password then. */
  readonly factor?: Factor;
  /** Whether they prefer it in the first request. */
  readonly prefers?: boolean;
  readonly mfaType?: MfaType;
  /** The key of their authenticator app. */
  readonly key?: string;
  /** Whether they request a new code before they type one. */
  readonly isForgetful?: boolean;
  /** Their answers to custom challenges, in order. Default: the right one. */
  readonly answers?: readonly string[];
}

const CODE_PERIOD = 30_000;

/** A user who does what each step requires. */
export class Visitor {
  readonly client: AuthClient;
  readonly habits: Habits;
  readonly #stage: Stage;
  #passwords: readonly string[];
  #key: string | undefined;
  #typed = '';
  #answers: readonly string[];
  #hasAsked = false;

  constructor(stage: Stage, client: AuthClient, habits: Habits) {
    this.#stage = stage;
    this.client = client;
    this.habits = habits;
    this.#passwords = habits.passwords;
    this.#key = habits.key;
    this.#answers = habits.answers ?? [];
  }

  /** The same user at another client. */
  at(client: AuthClient): Visitor {
    return new Visitor(this.#stage, client, this.habits);
  }

  signIn(): Promise<Step> {
    const { username, factor, prefers } = this.habits;
    const [password] = this.#passwords;
    return this.client.signIn({
      username,
      ...(password && !factor && { password: new Secret(password) }),
      ...(factor && prefers && { preferred: factor }),
    });
  }

  /** Does what a step requires. */
  go(step: Step): Promise<Step> {
    const { client, habits } = this;
    const { username, email } = habits;
    switch (step.name) {
      case 'signIn':
        return this.signIn();
      case 'confirmSignUp':
        if (!this.#hasMail()) return client.resendSignUpCode({ username });
        return client.confirmSignUp({ username, code: this.mail() });
      case 'resetPassword':
        if (!this.#hasMail()) return client.forgotPassword({ username });
        this.trust(habits.newPassword);
        return client.resetPassword({ username, code: this.mail(), password: new Secret(habits.newPassword) });
      case 'selectFactor': {
        const choice = habits.factor ?? step.factors[0]!;
        const [password = ''] = this.#passwords;
        return client.answer({
          ticket: step.ticket,
          choice,
          ...(choice === 'password' && { answer: new Secret(password) }),
        });
      }
      case 'confirmSignIn':
        if (habits.isForgetful && !this.#hasAsked) return this.#askAgain(step.ticket);
        return client.answer({ ticket: step.ticket, answer: this.#code(step.medium) });
      case 'selectMfaType':
        return client.answer({ ticket: step.ticket, choice: habits.mfaType ?? step.types[0]! });
      case 'emailSetup':
        return client.answer({ ticket: step.ticket, attributes: { email } });
      case 'totpSetup':
        this.#key = step.secret.reveal();
        return client.answer({ ticket: step.ticket, answer: this.#code('totp'), deviceName: 'My phone' });
      case 'newPassword': {
        this.trust(habits.newPassword);
        const attributes = Object.fromEntries(step.requiredAttributes.map((name) => [name, `any ${name}`]));
        return client.answer({ ticket: step.ticket, answer: new Secret(habits.newPassword), attributes });
      }
      case 'customChallenge':
        return client.answer({ ticket: step.ticket, answer: this.#reply() });
      case 'rememberDevice':
      case 'passkeyPrompt':
        return client.answer({ ticket: step.ticket, choice: 'yes' });
      case 'verifyContact': {
        const answer = step.delivery ? { answer: this.mail() } : { choice: 'email' as const };
        return client.answer({ ticket: step.ticket, ...answer });
      }
      case 'unsupported':
      case 'done':
        return assert.fail(`No user can continue from ${step.name}.`);
    }
  }

  /** Reacts to an error: after a wrong password, the next one is tried. */
  learn(error: AuthError): void {
    if (error.code === 'credentials') this.#passwords = [...this.#passwords.slice(1), ...this.#passwords.slice(0, 1)];
  }

  /** Continues from a step until they are signed in. Returns every step. */
  async walk(step: Step): Promise<readonly Step[]> {
    const steps = [step];
    for (let last = step; last.name !== 'done'; steps.push(last)) {
      assert.ok(steps.length < 20, `There is no end: ${steps.map(({ name }) => name).join(', ')}`);
      last = await this.go(last);
    }
    return steps;
  }

  /** Takes a password as the right one. */
  readonly trust = (password: string): void => {
    this.#passwords = [password, ...this.#passwords.filter((other) => other !== password)];
  };

  async #askAgain(ticket: Ticket): Promise<Step> {
    const step = await this.client.startAgain({ ticket });
    this.#hasAsked = true;
    return step;
  }

  #reply(): Secret {
    const [reply = '5', ...rest] = this.#answers;
    this.#answers = rest;
    return new Secret(reply);
  }

  /** Requests a new code if none has arrived. */
  #hasMail(): boolean {
    return this.#stage.cognito.outbox.to(this.habits.email).length > 0;
  }

  /** The code in the newest mail. */
  readonly mail = (): Secret => {
    return new Secret(this.#stage.cognito.outbox.to(this.habits.email).at(-1)?.code ?? '000000');
  };

  #code(medium: MfaType): Secret {
    if (medium === 'email') return this.mail();
    if (medium === 'sms') return new Secret(this.#stage.cognito.outbox.latest(this.habits.phone).code);
    const code = () => totpCode(this.#key!, this.#stage.clock.now());
    // A code of an authenticator app can be used once.
    if (code() === this.#typed) this.#stage.clock.advance(CODE_PERIOD);
    this.#typed = code();
    return new Secret(this.#typed);
  }
}
