import type { Discovery } from './discovery.js';
import type { Providers } from './provider-config.js';

/** What can identify a user in a user pool. */
export type LoginMechanism = 'username' | 'email' | 'phone_number';

/** What a user pool asks of a password. A browser cannot ask the pool: tell it, if yours differs. */
export interface PasswordPolicy {
  /** Characters at least. */
  readonly length: number;
  /** A letter from `A` to `Z`. */
  readonly upper?: boolean;
  /** A letter from `a` to `z`. */
  readonly lower?: boolean;
  /** A digit from `0` to `9`. */
  readonly digit?: boolean;
  /** One of `^$*.[]{}()?"!@#%&/\,><':;|_~`=+-` or a space inside, as Cognito counts them. */
  readonly symbol?: boolean;
}

/** What the user pool allows for a second factor, and is to be offered. */
export interface MfaTypes {
  /** Codes by text message. */
  readonly sms?: boolean;
  /** Codes of an authenticator app. */
  readonly totp?: boolean;
  /** Codes by mail. */
  readonly email?: boolean;
  /** No second factor at all. */
  readonly optional?: boolean;
}

/** What a configuration says about the user pool, beside where it is. Most of it comes from other libraries. */
export interface PoolDescription {
  /** What identifies a user. */
  readonly loginMechanisms?: readonly LoginMechanism[];
  /** The attributes that a sign-up asks for, by Cognito's names. */
  readonly signUpAttributes?: readonly string[];
  /** The rules that new passwords must meet. */
  readonly passwordPolicy?: PasswordPolicy;
  /** What is sent to new accounts. */
  readonly verification?: 'code' | 'link';
  /** The second factors. */
  readonly mfaTypes?: MfaTypes;
  /** Whether there is no user pool: then there is nothing that a form could ask. */
  readonly isWithoutForm?: boolean;
  /** The ways to sign in besides the form. */
  readonly providers?: Providers | undefined;
  /** Who signs a user in, by their identifier. */
  readonly discovery?: Discovery | undefined;
  /** The nonce for scripts of providers. */
  readonly scriptNonce?: string | undefined;
}
