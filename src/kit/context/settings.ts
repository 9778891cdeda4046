import type { ScreenName } from '../../auth-state.js';
import type { Auth } from '../../auth.js';
import type { Factor } from '../../client/step.js';
import type { AuthError } from '../../cognito/errors.js';
import { ownOf } from '../../cognito/own.js';
import type { ReactiveElement } from 'lit';
import type { Text } from '../../text/text.js';
import type { FieldOptions } from '../form/fields.js';
import type { Discovery } from '../../config/discovery.js';
import type { Providers } from '../../config/provider-config.js';
import type { LoginMechanism } from '../form/identifier-field.js';
import type { PasswordPolicy } from '../form/password-policy.js';
import type { MfaTypes } from '../mfa/mfa-types.js';

/** Changes to the fields of a screen, by the name of the field. */
export type ScreenFields = Readonly<Record<string, FieldOptions>>;

/**
 * Words for an error instead of the vocabulary's, shown as text, at most 300 characters: one sentence for all; or a function
 * of Cognito's own words (else ours) and the error, which answers undefined to leave ours; or a table by the name of
 * Cognito's exception or by our code; or a list of patterns for Cognito's words, `[[/expired/, 'Too late.']]`.
 */
export type ErrorMessage =
  | string
  | ((message: string, error: AuthError) => string | undefined)
  | readonly (readonly (string | RegExp)[])[]
  | Readonly<Record<string, string>>;

/** What can be left out of the screens. */
export type Hideable =
  'sign-up' | 'forgot-password' | 'passkey' | 'password' | 'federated' | 'totp-setup' | 'greetings';

/** How a user whose pool offers several factors signs in first. */
export type PreferredFactor = Exclude<Factor, 'password'>;

/** What a provider shares with the elements below it. */
export interface AuthSettings {
  /** Undefined as long as it is being built. */
  readonly auth?: Auth | undefined;
  /** What is said. Default: the words for the language around the element. */
  readonly text?: Text | undefined;
  /** What identifies a user in this pool. */
  readonly loginMechanisms?: readonly LoginMechanism[] | undefined;
  /** What is not offered: `sign-up`, `forgot-password`, `passkey` (on the sign-in form), `password`, `federated`, `totp-setup`, `greetings`. */
  readonly hide?: readonly string[] | undefined;
  /** The country that phone numbers are in, unless the user chooses another one. */
  readonly defaultCountry?: string | undefined;
  /** The factor that the sign-in form begins with. */
  readonly preferredFactor?: PreferredFactor | undefined;
  /** The level of the headings, 1 to 6. */
  readonly headingLevel?: number | undefined;
  /** What the pool sends to new accounts. */
  readonly verification?: 'code' | 'link' | undefined;
  /** Changes to the fields, by screen. */
  readonly fields?: Readonly<Partial<Record<ScreenName, ScreenFields>>> | undefined;
  /** The page's words for an error. */
  readonly errorMessage?: ErrorMessage | undefined;
  /** The rules that new passwords must meet. */
  readonly passwordPolicy?: PasswordPolicy | undefined;
  /** The attributes that a sign-up asks for, besides what identifies a user. */
  readonly signUpAttributes?: readonly string[] | undefined;
  /** The second factors that a signed-in user may choose among. */
  readonly mfaTypes?: MfaTypes | undefined;
  /** Who signs a user in, by their identifier: the form asks for that first. */
  readonly discovery?: Discovery | undefined;
  /** The ways to sign in besides the form. */
  readonly providers?: Providers | undefined;
  /** The nonce for scripts of providers. */
  readonly scriptNonce?: string | undefined;
  /** The element that outlives its screens, and announces for them. */
  readonly speaker?: ReactiveElement | undefined;
}

/** What was set on an element itself, and for the rest what it inherits. */
export const inherit = (outer: AuthSettings, own: AuthSettings): AuthSettings =>
  ownOf({ ...outer, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) });

/** Words of a list, or of a text: frameworks set a property to what a page has written as an attribute. */
export const wordsOf = <Word extends string>(value: readonly unknown[] | string | null | undefined) =>
  // What the page writes is checked by `check-settings.ts`.
  (typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : (value ?? undefined)) as
    readonly Word[] | undefined;

/** Attributes that hold words: `hide="sign-up greetings"`. */
export const words = { fromAttribute: wordsOf };

/** Attributes that hold one word, of properties that also take objects. */
export const word = {
  toAttribute: (value: unknown): unknown => (typeof value === 'string' ? value : null),
};
