import { html } from 'lit';
import { AuthForgotPassword } from '../../elements/auth-forgot-password.js';
import { AuthResetPassword } from '../../elements/auth-reset-password.js';
import { AuthPiece } from './auth-piece.js';
import { define, hideable } from './component.js';

class BothQuestions extends AuthPiece {
  protected override _validAuthStates = ['forgotPassword'];

  constructor() {
    super();
    define('auth-forgot-password', AuthForgotPassword);
    define('auth-reset-password', AuthResetPassword);
  }

  protected showComponent(): unknown {
    return html`<auth-forgot-password data-auth="host"></auth-forgot-password>
      <auth-reset-password data-auth="host"></auth-reset-password>`;
  }
}

/** `ForgotPassword` of the guides: both the question whose password was forgotten, and that for the code and a new one. */
export type ForgotPassword = BothQuestions;
export const ForgotPassword = /* @__PURE__ */ hideable('forgot-password', BothQuestions);
