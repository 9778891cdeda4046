import type { UserStatusType } from '@aws-sdk/client-cognito-identity-provider';
import type { WebAuthnCredential } from '@simplewebauthn/server';
import type { Triggers } from '../triggers/trigger-events.js';
import type { PasswordPolicy } from './password-policy.js';
import type { Verifier } from './srp.js';

/** The attributes by which somebody can be found and reached. */
export type Contact = 'email' | 'phone_number';
export type MfaMethod = 'SMS_MFA' | 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP';
/** What a choice-based sign-in (USER_AUTH) may begin with. A password can be typed or proved, which is one factor. */
export type FirstFactor = 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN';

/** A user pool. Its `region` and the name in SRP are parts of its id. */
export interface Pool {
  readonly id: string;
  /** Contacts that take the place of a user name: the user name becomes the `sub`. */
  readonly usernameAttributes: readonly Contact[];
  /** Contacts that work beside the user name, once they are verified. */
  readonly aliasAttributes: readonly Contact[];
  readonly caseSensitive: boolean;
  /** Contacts that are verified by a code on sign-up. */
  readonly autoVerified: readonly Contact[];
  /** What a mail to a new account brings: a code to type, or a link to follow. */
  readonly defaultEmailOption: 'CONFIRM_WITH_CODE' | 'CONFIRM_WITH_LINK';
  readonly requiredAttributes: readonly string[];
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON';
  readonly mfaMethods: readonly MfaMethod[];
  /** AllowedFirstAuthFactors of the sign-in policy. */
  readonly firstFactors: readonly FirstFactor[];
  readonly passwordPolicy: PasswordPolicy;
  readonly triggers: Triggers;
  readonly webAuthn: RelyingParty | undefined;
  /** Whether devices are remembered: never, always, or when their owner says so. A remembered one stands for MFA. */
  readonly devices: 'OFF' | 'ALWAYS' | 'USER_OPT_IN';
  /** UserSessionTracking: whether people can see where they are signed in. */
  readonly sessionTracking: boolean;
  readonly clients: ReadonlyMap<string, Client>;
  readonly users: User[];
}

/** An app client. All times in seconds. */
export interface Client {
  readonly id: string;
  readonly secret?: string;
  readonly preventUserExistenceErrors: 'ENABLED' | 'LEGACY';
  readonly authFlows: readonly string[];
  readonly accessTokenValidity: number;
  readonly idTokenValidity: number;
  readonly refreshTokenValidity: number;
  readonly authSessionValidity: number;
  /** Set when every refresh replaces the refresh token; the one before works for this long. */
  readonly rotationGracePeriod?: number;
}

/** A code that was sent, for one purpose. */
export interface Code {
  readonly value: string;
  readonly expiresAt: number;
}

/** As whom a pool asks for passkeys. */
export interface RelyingParty {
  /** A host name. Pages on it and below it can use the passkeys. */
  readonly id: string;
  readonly userVerification: 'required' | 'preferred';
  /** Whether a passkey with user verification counts as two factors. */
  readonly isMultiFactor?: boolean;
}

/** A key that somebody signs in with, and what it says of itself. */
export interface Passkey {
  readonly credential: WebAuthnCredential;
  readonly name: string;
  readonly relyingPartyId: string;
  readonly attachment: string | undefined;
  readonly created: number;
}

/** A browser or app that somebody signed in with. It has a verifier once it was confirmed. */
export interface Device {
  readonly key: string;
  readonly groupKey: string;
  name: string | undefined;
  verifier: Verifier | undefined;
  remembered: boolean;
  readonly created: number;
  modified: number;
  lastAuthenticated: number;
}

/** Somebody with an account. There is no password here, only what SRP checks it by. */
export interface User {
  readonly sub: string;
  readonly username: string;
  readonly attributes: Map<string, string>;
  status: UserStatusType;
  enabled: boolean;
  verifier: Verifier | undefined;
  /** When a temporary password stops working. */
  temporaryUntil: number | undefined;
  totp: { readonly secret: string; readonly verified: boolean; readonly lastUsed: number } | undefined;
  /** The key that was handed out last and not verified yet. */
  pendingTotp: string | undefined;
  readonly mfa: Set<MfaMethod>;
  preferredMfa: MfaMethod | undefined;
  readonly devices: Map<string, Device>;
  readonly passkeys: Passkey[];
  /** Whether a passkey takes the place of a second factor. */
  passkeyMfa: boolean;
  /** The registration of a passkey that was begun last. */
  pendingPasskey: { readonly challenge: string; readonly client: Client; readonly expiresAt: number } | undefined;
  readonly codes: Map<string, Code>;
  readonly attempts: Map<string, readonly number[]>;
  readonly groups: readonly string[];
  readonly created: number;
  modified: number;
}
