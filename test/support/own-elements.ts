// The samples of docs/kit.md, word for word but for their imports.
import { LitElement, html } from 'lit';
import { AuthSignIn } from '../../src/elements/auth-sign-in.js';
import { AuthController, AuthPiece, AuthScreen, TaskElement, attributeField, fields } from '../../src/kit/index.js';
import type { FormValues, SubmitOptions } from '../../src/kit/index.js';

export class StaffSignIn extends AuthScreen {
  static override readonly english = {
    ...super.english,
    'custom.staff.heading': 'Staff sign-in',
    'custom.staff.description': 'Your number is on the back of your badge.',
    'field.staff-number': 'Staff number',
  };

  protected readonly screen = 'sign-in';
  protected readonly heading = 'custom.staff.heading';
  protected override readonly action = 'sign-in.submit';

  protected override ownFields() {
    return [{ ...fields.username, labelKey: 'staff-number', inputmode: 'numeric' as const }, fields.password];
  }

  protected override description() {
    return this.words.t('custom.staff.description');
  }

  protected override submit(values: FormValues, options: SubmitOptions) {
    this.send({
      type: 'signIn.submit',
      username: values.plain('username'),
      password: values.secret('password'),
      ...options,
    });
  }

  protected override renderLinks() {
    return this.link('sign-in.forgot-password', () => this.go('go.forgotPassword'));
  }
}

export class MySignIn extends AuthSignIn {
  protected override headline() {
    return 'Welcome back';
  }

  protected override renderForm() {
    return html`<p>Ask the front desk for a password.</p>
      ${super.renderForm()}`;
  }
}

export class MyPlans extends AuthPiece {
  protected override _validAuthStates = ['signedIn'];

  protected showComponent() {
    return html`<p>Your plans</p>
      <button @click=${() => this.changeState('TOTPSetup')}>Set up an authenticator app</button>`;
  }
}

export class NicknameForm extends TaskElement {
  static override readonly english = {
    ...super.english,
    'custom.nickname.heading': 'What should we call you?',
    'custom.nickname.save': 'Save',
    'custom.nickname.saved': 'Your nickname is saved.',
    'field.nickname': 'Nickname',
  };

  protected readonly screen = 'signed-in';
  protected readonly heading = 'custom.nickname.heading';
  protected override readonly action = 'custom.nickname.save';

  #nickname = '';

  protected override load() {
    return this.run(
      (account, signal) => account.attributes({ signal }),
      (attributes) => {
        this.#nickname = attributes.find(({ name }) => name === 'nickname')?.value ?? '';
      },
    );
  }

  protected override forget() {
    this.#nickname = '';
  }

  protected override ownFields() {
    return [{ ...attributeField('nickname'), value: this.#nickname, required: true }];
  }

  protected override submit(values: FormValues) {
    const nickname = values.plain('nickname');
    void this.run(
      (account, signal) => account.updateAttributes({ attributes: { nickname }, signal }),
      () => {
        this.#nickname = nickname;
        this.say(this.words.t('custom.nickname.saved'));
      },
    );
  }
}

export class UserBadge extends LitElement {
  readonly #auth = new AuthController(this);

  override render() {
    const { auth, state } = this.#auth;
    if (!state?.user) return html`Guest`;
    return html`${state.user.username} <button @click=${() => auth?.send({ type: 'signOut' })}>Sign out</button>`;
  }
}
