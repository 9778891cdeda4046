// What the guides call our elements, for apps that show or extend them. A bundler leaves out those that no app imports.
import { AuthConfirmSignIn } from '../../elements/auth-confirm-sign-in.js';
import { AuthConfirmSignUp } from '../../elements/auth-confirm-sign-up.js';
import { AuthFederatedButtons } from '../../elements/auth-federated-buttons.js';
import { AuthGreetings } from '../../elements/auth-greetings.js';
import { AuthNewPassword } from '../../elements/auth-new-password.js';
import { AuthSelectMfaType } from '../../elements/auth-select-mfa-type.js';
import { AuthSignIn } from '../../elements/auth-sign-in.js';
import { AuthSignOut } from '../../elements/auth-sign-out.js';
import { AuthSignUp } from '../../elements/auth-sign-up.js';
import { AuthTotpSetup } from '../../elements/auth-totp-setup.js';
import { AuthVerifyContact } from '../../elements/auth-verify-contact.js';
import { hideable, named } from './component.js';

export type ConfirmSignIn = AuthConfirmSignIn;
export const ConfirmSignIn = /* @__PURE__ */ named('auth-confirm-sign-in', AuthConfirmSignIn);

export type ConfirmSignUp = AuthConfirmSignUp;
export const ConfirmSignUp = /* @__PURE__ */ named('auth-confirm-sign-up', AuthConfirmSignUp);

export type FederatedButtons = AuthFederatedButtons;
export const FederatedButtons = /* @__PURE__ */ hideable(
  'federated',
  named('auth-federated-buttons', AuthFederatedButtons),
);

export type Greetings = AuthGreetings;
export const Greetings = /* @__PURE__ */ named('auth-greetings', AuthGreetings);

export type RequireNewPassword = AuthNewPassword;
export const RequireNewPassword = /* @__PURE__ */ named('auth-new-password', AuthNewPassword);

export type SelectMFAType = AuthSelectMfaType;
export const SelectMFAType = /* @__PURE__ */ named('auth-select-mfa-type', AuthSelectMfaType);

export type SignIn = AuthSignIn;
export const SignIn = /* @__PURE__ */ named('auth-sign-in', AuthSignIn);

export type SignOut = AuthSignOut;
export const SignOut = /* @__PURE__ */ named('auth-sign-out', AuthSignOut);

export type SignUp = AuthSignUp;
export const SignUp = /* @__PURE__ */ named('auth-sign-up', AuthSignUp);

export type TOTPSetup = AuthTotpSetup;
export const TOTPSetup = /* @__PURE__ */ named('auth-totp-setup', AuthTotpSetup);

export type VerifyContact = AuthVerifyContact;
export const VerifyContact = /* @__PURE__ */ named('auth-verify-contact', AuthVerifyContact);

export { FederatedButtons as FederatedSignIn, TOTPSetup as TOTPSetupComp };
