import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Discovery } from '../config/discovery.js';
import { word, words, wordsOf } from './context/settings.js';
import type { AuthSettings, ErrorMessage, PreferredFactor } from './context/settings.js';
import type { LoginMechanism } from './form/identifier-field.js';
import type { PasswordPolicy } from './form/password-policy.js';

/** What a page can set on a single screen as well as on everything around it. */
export abstract class AuthElement extends LitElement {
  /**
   * What is not offered: `sign-up`, `forgot-password`, `passkey` (on the sign-in form), `federated` (the buttons of
   * providers), `password` (all but these buttons), `totp-setup`, `greetings`. For `<auth-authenticator>`, also the name of
   * any screen: it shows nothing of its own there, and asks no question that need not be answered. With
   * `auth-elements/compat/components`, it takes the classes of the guides, too.
   */
  @property({ converter: words }) hide: readonly (string | CustomElementConstructor)[] | undefined;
  /** What identifies a user in this pool: `username`, `email`, `phone_number`, or several of them. */
  @property({ attribute: 'login-mechanisms', converter: words }) loginMechanisms: readonly LoginMechanism[] | undefined;
  /** The country that phone numbers are in, by its two letters of ISO 3166-1 (`DE`). Default: the region of the browser. */
  @property({ attribute: 'default-country' }) defaultCountry: string | undefined;
  /**
   * The factor that the first button of the sign-in form begins with, in the flow `USER_AUTH`: `email` or `sms` (a code), or
   * `passkey`. Others are one button away. Users who do not have it choose among theirs.
   */
  @property({ attribute: 'preferred-factor' }) preferredFactor: PreferredFactor | undefined;
  /** The level of headings, 1 to 6. Default: 2. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel: number | undefined;
  /**
   * `light` or `dark`. Default: the page's `color-scheme`. For `<auth-authenticator>`, and with `auth-elements/compat/components`,
   * also a theme object of the guides: what each section looks like.
   */
  @property({ reflect: true, converter: word }) theme: 'light' | 'dark' | object | undefined;
  /** What the pool sends to new accounts: a `code` to type (default), or a `link` to follow. */
  @property() verification: 'code' | 'link' | undefined;
  /**
   * Who signs a user in, by their identifier: names of providers by the domains of mail addresses, or a function. The
   * sign-in form asks for the identifier first then.
   */
  @property({ attribute: false }) discovery: Discovery | undefined;
  /**
   * Your words for an error, instead of the vocabulary's: a sentence, a function, a table by the name of Cognito's exception,
   * or a list of patterns.
   */
  @property({ attribute: false }) errorMessage: ErrorMessage | undefined;
  /** The rules that new passwords must meet. Default: those of a new user pool. */
  @property({ attribute: false }) passwordPolicy: PasswordPolicy | undefined;

  /** What was set here. */
  protected get own(): AuthSettings {
    const { defaultCountry, preferredFactor, headingLevel, verification } = this;
    const { discovery, errorMessage, passwordPolicy } = this;
    const words = { defaultCountry, preferredFactor, headingLevel, verification };
    const lists = { hide: wordsOf<string>(this.hide), loginMechanisms: wordsOf<LoginMechanism>(this.loginMechanisms) };
    return { ...words, ...lists, discovery, errorMessage, passwordPolicy };
  }
}
