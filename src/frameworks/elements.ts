// Generated from custom-elements.json by `npm run manifest`.
import type { AuthAuthenticator } from '../elements/auth-authenticator.js';
import type { AuthConfirmSignIn } from '../elements/auth-confirm-sign-in.js';
import type { AuthConfirmSignUp } from '../elements/auth-confirm-sign-up.js';
import type { AuthCustomChallenge } from '../elements/auth-custom-challenge.js';
import type { AuthEmailSetup } from '../elements/auth-email-setup.js';
import type { AuthFederatedButtons } from '../elements/auth-federated-buttons.js';
import type { AuthForgotPassword } from '../elements/auth-forgot-password.js';
import type { AuthGreetings } from '../elements/auth-greetings.js';
import type { AuthMfaPreference } from '../elements/auth-mfa-preference.js';
import type { AuthNewPassword } from '../elements/auth-new-password.js';
import type { AuthPasskeyPrompt } from '../elements/auth-passkey-prompt.js';
import type { AuthProvider } from '../elements/auth-provider.js';
import type { AuthRememberDevice } from '../elements/auth-remember-device.js';
import type { AuthResetPassword } from '../elements/auth-reset-password.js';
import type { AuthSelectFactor } from '../elements/auth-select-factor.js';
import type { AuthSelectMfaType } from '../elements/auth-select-mfa-type.js';
import type { AuthSignIn } from '../elements/auth-sign-in.js';
import type { AuthSignOut } from '../elements/auth-sign-out.js';
import type { AuthSignUp } from '../elements/auth-sign-up.js';
import type { AuthTotpSetup } from '../elements/auth-totp-setup.js';
import type { AuthUnsupported } from '../elements/auth-unsupported.js';
import type { AuthVerifyContact } from '../elements/auth-verify-contact.js';
import type { AuthChallengeEvent } from '../kit/events/challenge-event.js';
import type {
  AuthSubmitEvent,
  AuthScreenChangeEvent,
  AuthSignedInEvent,
  AuthSignedOutEvent,
  AuthCodeSentEvent,
  AuthErrorEvent,
} from '../kit/events/auth-events.js';
import type { Markup } from './markup.js';

interface AuthElementNames {
  /**
   * What is not offered: `sign-up`, `forgot-password`, `passkey` (on the sign-in form), `federated` (the buttons of
   * providers), `password` (all but these buttons), `totp-setup`, `greetings`. For `<auth-authenticator>`, also the name of
   * any screen: it shows nothing of its own there, and asks no question that need not be answered. With
   * `auth-elements/compat/components`, it takes the classes of the guides, too.
   */
  hide: 'hide';
  /** What identifies a user in this pool: `username`, `email`, `phone_number`, or several of them. */
  'login-mechanisms': 'loginMechanisms';
  /** The country that phone numbers are in, by its two letters of ISO 3166-1 (`DE`). Default: the region of the browser. */
  'default-country': 'defaultCountry';
  /**
   * The factor that the first button of the sign-in form begins with, in the flow `USER_AUTH`: `email` or `sms` (a code), or
   * `passkey`. Others are one button away. Users who do not have it choose among theirs.
   */
  'preferred-factor': 'preferredFactor';
  /** The level of headings, 1 to 6. Default: 2. */
  'heading-level': 'headingLevel';
  /**
   * `light` or `dark`. Default: the page's `color-scheme`. For `<auth-authenticator>`, and with `auth-elements/compat/components`,
   * also a theme object of the guides: what each section looks like.
   */
  theme: 'theme';
  /** What the pool sends to new accounts: a `code` to type (default), or a `link` to follow. */
  verification: 'verification';
  /** What identifies a user in this pool: `username`, `email`, `phone_number`, or several of them. */
  loginMechanisms: 'loginMechanisms';
  /** The country that phone numbers are in, by its two letters of ISO 3166-1 (`DE`). Default: the region of the browser. */
  defaultCountry: 'defaultCountry';
  /**
   * The factor that the first button of the sign-in form begins with, in the flow `USER_AUTH`: `email` or `sms` (a code), or
   * `passkey`. Others are one button away. Users who do not have it choose among theirs.
   */
  preferredFactor: 'preferredFactor';
  /** The level of headings, 1 to 6. Default: 2. */
  headingLevel: 'headingLevel';
  /**
   * Who signs a user in, by their identifier: names of providers by the domains of mail addresses, or a function. The
   * sign-in form asks for the identifier first then.
   */
  discovery: 'discovery';
  /**
   * Your words for an error, instead of the vocabulary's: a sentence, a function, a table by the name of Cognito's exception,
   * or a list of patterns.
   */
  errorMessage: 'errorMessage';
  /** The rules that new passwords must meet. Default: those of a new user pool. */
  passwordPolicy: 'passwordPolicy';
}

interface ProviderElementNames extends AuthElementNames {
  /** The user pool, `us-east-1_Example1`. */
  'user-pool-id': 'userPoolId';
  /** The app client in the pool. It must have no secret. */
  'user-pool-client-id': 'userPoolClientId';
  /**
   * Where the pool is reached, if not at AWS: on this device, or at the page's own origin. Another host is set by the
   * property `config` or by `configure()`, since markup may be injected.
   */
  'user-pool-endpoint': 'userPoolEndpoint';
  /** How users sign in: `USER_SRP_AUTH` (default), `USER_AUTH` or another AuthFlow. */
  'auth-flow': 'authFlow';
  /**
   * The screen that a page without a signed-in user begins with: `sign-in`, `sign-up`, `forgot-password`; or `totp-setup`
   * with one. For the `Auth` that this element builds.
   */
  'initial-state': 'initialState';
  /**
   * Whether a reload in the middle of a sign-in comes back to where it was. It keeps Cognito's Session of the challenge in
   * `sessionStorage`, where every script of the page can read it.
   */
  resume: 'resume';
  /**
   * Whether the method of each sign-in is kept in this browser, and the one used last is marked: the button of a provider,
   * or a factor. What is kept is its name, not who it was. Left out, it is as the `Auth` says: off, by default.
   */
  'remember-method': 'rememberMethod';
  /** The user pool, `us-east-1_Example1`. */
  userPoolId: 'userPoolId';
  /** The app client in the pool. It must have no secret. */
  userPoolClientId: 'userPoolClientId';
  /**
   * Where the pool is reached, if not at AWS: on this device, or at the page's own origin. Another host is set by the
   * property `config` or by `configure()`, since markup may be injected.
   */
  userPoolEndpoint: 'userPoolEndpoint';
  /** How users sign in: `USER_SRP_AUTH` (default), `USER_AUTH` or another AuthFlow. */
  authFlow: 'authFlow';
  /**
   * The screen that a page without a signed-in user begins with: `sign-in`, `sign-up`, `forgot-password`; or `totp-setup`
   * with one. For the `Auth` that this element builds.
   */
  initialState: 'initialState';
  /**
   * Whether the method of each sign-in is kept in this browser, and the one used last is marked: the button of a provider,
   * or a factor. What is kept is its name, not who it was. Left out, it is as the `Auth` says: off, by default.
   */
  rememberMethod: 'rememberMethod';
  /** The whole configuration, instead of attributes. An equal one, as of a component that renders again, changes nothing. */
  config: 'config';
  /** Changes to the fields, by screen and name: `{ 'sign-up': { given_name: { added: true, required: true } } }`. */
  fields: 'fields';
  /** What is said, instead of the words for the language around the element. */
  text: 'text';
  /** The `Auth` of this part of the page. */
  auth: 'auth';
}

interface AuthAuthenticatorNames extends ProviderElementNames {
  /**
   * Whether the element has no screens and no greetings of its own: all children stand in the page, and each shows itself
   * when it is its turn.
   */
  'hide-default': 'hideDefault';
  /**
   * Whether the element has no screens and no greetings of its own: all children stand in the page, and each shows itself
   * when it is its turn.
   */
  hideDefault: 'hideDefault';
  /**
   * The state in the words of the guides; undefined before the first screen is drawn. Set it to lead the user to `signIn`,
   * `signUp`, `forgotPassword`, or `TOTPSetup`, in any spelling. To other states, only Cognito leads.
   */
  authState: 'authState';
}

interface AuthConsumerNames extends AuthElementNames {
  /** The `Auth` in use: set here, else that of the nearest provider, else the page's default. */
  auth: 'auth';
}

interface FormElementNames extends AuthConsumerNames {
  /** Changes to the fields, by name: `{ password: { label: 'Passphrase' } }`. */
  fields: 'fields';
}

interface AuthFederatedButtonsNames extends AuthConsumerNames {
  /** `stack`: below each other. `row`: beside each other, where there is room. `icons`: the marks alone. */
  layout: 'layout';
  /** Whether the line with the word “or” above the buttons is left out. */
  'no-divider': 'noDivider';
  /** Whether the line with the word “or” above the buttons is left out. */
  noDivider: 'noDivider';
  /** The buttons, in this order. Default: those of the configuration. A name alone is looked up there. */
  providers: 'providers';
}

interface AuthGreetingsNames extends FormElementNames {
  /** What is said to who is signed in, `{name}` filled in: `Welcome, {name}`. The property also takes a function of the name. */
  'in-greeting': 'inGreeting';
  /** What is said while no user is signed in. The property also takes a function. Default: nothing. */
  'out-greeting': 'outGreeting';
  /** What is said to who is signed in, `{name}` filled in: `Welcome, {name}`. The property also takes a function of the name. */
  inGreeting: 'inGreeting';
  /** What is said while no user is signed in. The property also takes a function. Default: nothing. */
  outGreeting: 'outGreeting';
}

interface AuthMfaPreferenceNames extends FormElementNames {
  /** What the user may choose, at least two of it. Default: what a configuration of Amplify says. */
  mfaTypes: 'mfaTypes';
  /** Called after each change: how the form is, for the element that shows it. */
  shown: 'shown';
}

interface AuthSelectMfaTypeNames extends FormElementNames {
  /**
   * What a user who is signed in may choose, at least two types: `{ sms: true, totp: true, optional: true }`. As in the
   * user pool; `optional` if the pool does not require a second factor.
   */
  mfaTypes: 'mfaTypes';
  /** The same in the spelling of the guides, `{ SMS: true, TOTP: true, Optional: true }`: capital letters do not matter. */
  MFATypes: 'MFATypes';
}

interface AuthSignOutNames {
  /** Signs out everywhere, not only in this browser. */
  global: 'global';
  /** For shared devices: also forgets who signed in by a passkey, and by which method: neither is suggested here any more. */
  forget: 'forget';
  /** The `Auth` in use: set here, else that of the nearest provider, else the page's default. */
  auth: 'auth';
}

interface AuthTotpSetupNames extends FormElementNames {
  /** What the authenticator app calls this site. Default: the host name of the page. */
  issuer: 'issuer';
}

/** What the elements dispatch. All of it bubbles, so that it can be heard at each of them. */
export interface Events {
  /** A code was sent. */
  'auth-code-sent': AuthCodeSentEvent;
  /** A question has come, with its public parameters. */
  'auth-challenge': AuthChallengeEvent;
  /** A request failed. Cancelable: canceled, it is not shown. */
  'auth-error': AuthErrorEvent;
  /** A user is signed in, just now or from an earlier visit. */
  'auth-signed-in': AuthSignedInEvent;
  /** Another screen is shown. */
  'auth-screen-change': AuthScreenChangeEvent;
  /** The form is about to be sent. Cancelable. */
  'auth-submit': AuthSubmitEvent;
  /** The session is gone, and the request to revoke its tokens is on its way. */
  'auth-signed-out': AuthSignedOutEvent;
}

/** What markup can set on each element, by its tag. */
export interface Elements {
  /**
   * The whole sign-in: shows the screen that the flow has reached, and the app to users who are signed in.
   *
   * A child with the name of a screen as `slot` is shown instead of that screen. A child with the attribute `auth-states` is
   * shown in these states alone: names of screens, or words of the guides (`auth-states="signIn signUp"`). It is hidden
   * otherwise, not protected.
   */
  'auth-authenticator': Markup<AuthAuthenticator, AuthAuthenticatorNames>;
  /** Asks for a code: from a text message, a mail or an authenticator app. */
  'auth-confirm-sign-in': Markup<AuthConfirmSignIn, FormElementNames>;
  /**
   * Asks for the code that was sent to the owner of a new account. Where the pool sends a link (`verification="link"`), it
   * waits until that was followed: it checks when the user comes back to the page, and when they say so.
   */
  'auth-confirm-sign-up': Markup<AuthConfirmSignUp, FormElementNames>;
  /**
   * Puts the question of a Lambda function (CUSTOM_CHALLENGE), as often as it asks. Without help, it shows the public
   * parameter `question` and takes an answer. What stands in the slot `challenge` can do better, by what `auth-challenge`
   * tells and by `answer()`: a CAPTCHA, say, with `.fields = { answer: { hidden: true } }`.
   */
  'auth-custom-challenge': Markup<AuthCustomChallenge, FormElementNames>;
  /** Asks where the mails with the codes of future sign-ins go. */
  'auth-email-setup': Markup<AuthEmailSetup, FormElementNames>;
  /**
   * Buttons for other ways to sign in: Google, Facebook, Amazon, Apple, any provider of the user pool, and the sign-in pages
   * themselves. The forms to sign in and to sign up have them where the configuration names `providers`. Elsewhere on a page,
   * they are shown while the user is signing in or up.
   *
   * Elements below it with an attribute `provider` are shown instead of its own buttons: a click on one leaves for the
   * provider of that name, or, with `provider=""`, for the sign-in pages.
   */
  'auth-federated-buttons': Markup<AuthFederatedButtons, AuthFederatedButtonsNames>;
  /** Asks for the username, to send a code for a new password. */
  'auth-forgot-password': Markup<AuthForgotPassword, FormElementNames>;
  /**
   * Greets who is signed in, and lets them sign out or set up an authenticator app. With `out-greeting`, it also stands on a
   * page where no user is signed in, and says that.
   */
  'auth-greetings': Markup<AuthGreetings, AuthGreetingsNames>;
  /**
   * Lets a user who is signed in choose what their sign-ins ask for. `<auth-select-mfa-type>` with `mfaTypes` shows it: use
   * that.
   */
  'auth-mfa-preference': Markup<AuthMfaPreference, AuthMfaPreferenceNames>;
  /** Replaces a temporary password, and asks for the attributes that Cognito misses. */
  'auth-new-password': Markup<AuthNewPassword, FormElementNames>;
  /** Offers to create a passkey to a user who has signed in without one. */
  'auth-passkey-prompt': Markup<AuthPasskeyPrompt, FormElementNames>;
  /**
   * Shares one `Auth` with the elements below it, and shows nothing itself: put the screens side by side to compose an
   * authenticator of your own.
   */
  'auth-provider': Markup<AuthProvider, ProviderElementNames>;
  /** Asks a user who has signed in whether this device replaces the second factor from now on. */
  'auth-remember-device': Markup<AuthRememberDevice, FormElementNames>;
  /** Asks for the code that was sent, and for the new password it buys. */
  'auth-reset-password': Markup<AuthResetPassword, FormElementNames>;
  /** Asks for the first factor: the password, a code or a passkey. */
  'auth-select-factor': Markup<AuthSelectFactor, FormElementNames>;
  /**
   * Asks which of several second factors to use now, or to set up. With `mfaTypes` it also stands in an app, and lets who is
   * signed in choose what their sign-ins ask for. Who chooses an authenticator app and has none sets one up on the spot.
   */
  'auth-select-mfa-type': Markup<AuthSelectMfaType, AuthSelectMfaTypeNames>;
  /** Asks for the username and the password. */
  'auth-sign-in': Markup<AuthSignIn, FormElementNames>;
  /** A button that signs out. It is shown while a user is signed in. */
  'auth-sign-out': Markup<AuthSignOut, AuthSignOutNames>;
  /** Creates an account. */
  'auth-sign-up': Markup<AuthSignUp, FormElementNames>;
  /** Enrolls an authenticator app: by a QR code, by a link on the device that has the app, or by typing the key. */
  'auth-totp-setup': Markup<AuthTotpSetup, AuthTotpSetupNames>;
  /** Says openly that Cognito asks for something this version does not know, and leads back. */
  'auth-unsupported': Markup<AuthUnsupported, FormElementNames>;
  /** Asks a user who has signed in to verify an email address or phone number: first which one, then for the code. */
  'auth-verify-contact': Markup<AuthVerifyContact, FormElementNames>;
}
