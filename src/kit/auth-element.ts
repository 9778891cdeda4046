import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Discovery } from '../config/discovery.js';
import { words } from './context/settings.js';
import type { AuthSettings, ErrorMessage } from './context/settings.js';
import type { LoginMechanism } from './form/identifier-field.js';
import type { PasswordPolicy } from './form/password-policy.js';

/** What a page can set on a single screen as well as on everything around it. */
export abstract class AuthElement extends LitElement {
  /**
   * What is not offered: `sign-up`, `forgot-password`, `passkey` (on the sign-in form), `federated` (the buttons of
   * providers), `password` (all but these buttons), `totp-setup`, `greetings`.
   */
  @property({ converter: words }) hide: readonly string[] | undefined;
  /** What identifies a user in this pool: `username`, `email`, `phone_number`, or several of them. */
  @property({ attribute: 'login-mechanisms', converter: words }) loginMechanisms: readonly LoginMechanism[] | undefined;
  /** The level of headings, 1 to 6. Default: 2. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel: number | undefined;
  /** `light` or `dark`. Default: the page's `color-scheme`. */
  @property({ reflect: true }) theme: 'light' | 'dark' | undefined;
  /** What the pool sends to new accounts: a `code` to type (default), or a `link` to follow. */
  @property() verification: 'code' | 'link' | undefined;
  /**
   * Who signs a user in, by their identifier: names of providers by the domains of mail addresses, or a function. The
   * sign-in form asks for the identifier first then.
   */
  @property({ attribute: false }) discovery: Discovery | undefined;
  /** Your words for an error, instead of the vocabulary's. */
  @property({ attribute: false }) errorMessage: ErrorMessage | undefined;
  /** The rules that new passwords must meet. Default: those of a new user pool. */
  @property({ attribute: false }) passwordPolicy: PasswordPolicy | undefined;

  /** What was set here. */
  protected get own(): AuthSettings {
    const { hide, loginMechanisms, headingLevel, verification, discovery, errorMessage, passwordPolicy } = this;
    return { hide, loginMechanisms, headingLevel, verification, discovery, errorMessage, passwordPolicy };
  }
}
