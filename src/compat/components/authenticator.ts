import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import '../../define/auth-sign-in.js';
import { loaders } from '../../define/loaders.js';
import { AuthAuthenticator } from '../../elements/auth-authenticator.js';
import { errorOnce, warnOnce } from '../../misuse.js';
import { wordsIn } from './component.js';
import { addFederated } from './federated.js';
import type { Federated } from './federated.js';
import { say } from './share.js';
import { signUpFields } from './sign-up-config.js';
import type { SignUpConfig } from './sign-up-config.js';
import { followTheme } from './theme.js';

/** What identifies a user, by the names of the guides. */
export const UsernameAttributes = { USERNAME: 'username', EMAIL: 'email', PHONE_NUMBER: 'phone_number' } as const;

/**
 * The authenticator of the guides: `<auth-authenticator>`, with what the guides set on theirs. On a page that imports this
 * entry, it has this tag.
 */
export class Authenticator extends AuthAuthenticator {
  /** The apps at Google, Facebook, Amazon and Auth0, whose buttons the forms have. Added to the configuration of `Auth`. */
  @property({ attribute: false }) federated: Federated | undefined;
  /** What the form to sign up asks for, as the guides have it. It replaces `fields['sign-up']`. */
  @property({ attribute: false }) signUpConfig: SignUpConfig | undefined;

  /** What identifies a user: the same as `login-mechanisms`, of which the guides know one at a time. */
  get usernameAttributes(): (typeof UsernameAttributes)[keyof typeof UsernameAttributes] | undefined {
    return this.loginMechanisms?.[0];
  }
  set usernameAttributes(name) {
    this.loginMechanisms = name && [name];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.federated && changed.has('federated')) addFederated(this.federated);
    if (changed.has('hide') && Array.isArray(this.hide)) this.hide = wordsIn(this.hide);
    // At each update: labels are in the language of the moment, and the pool may have been described meanwhile.
    if (this.signUpConfig) this.#askFor(this.signUpConfig);
    super.willUpdate(changed);
  }

  protected override updated(): void {
    followTheme(this);
    super.updated();
  }

  #askFor(config: SignUpConfig): void {
    const mechanisms = this.loginMechanisms ?? this.auth?.pool.loginMechanisms;
    try {
      this.fields = { ...this.fields, 'sign-up': signUpFields(config, mechanisms) };
    } catch (error) {
      // The form stays as it is.
      errorOnce(error instanceof Error ? error.message : String(error));
    }
    if (config.header !== undefined) say('sign-up.heading', config.header);
  }
}

AuthAuthenticator.loaders = loaders;
const defined = customElements.get('auth-authenticator');
if (!defined) customElements.define('auth-authenticator', Authenticator);
else if (defined !== Authenticator) {
  warnOnce(
    '<auth-authenticator> has no "federated", "signUpConfig" and "usernameAttributes": import auth-elements/compat/components before any other entry that defines it.',
  );
}
