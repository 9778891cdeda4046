import type { UserStatusType } from '@aws-sdk/client-cognito-identity-provider';
import type { WebAuthnCredential } from '@simplewebauthn/server';
import type { Triggers } from '../triggers/trigger-events.js';
import type { PasswordPolicy } from './password-policy.js';
import type { Verifier } from './srp.js';

/** The attributes by which a user can be found and reached. */
export type Contact = 'email' | 'phone_number';
export type MfaMethod = 'SMS_MFA' | 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP';
/** The first factors of a choice-based sign-in (USER_AUTH). A password, sent or proved by SRP, is one factor. */
export type FirstFactor = 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN';

/** A user pool. Its region and its name in SRP are the parts of its id. */
export interface Pool {
  readonly id: string;
  /** Contacts that are typed instead of a user name, which then is the `sub`. */
  readonly usernameAttributes: readonly Contact[];
  /** Contacts that can be typed instead of the user name once they are verified. */
  readonly aliasAttributes: readonly Contact[];
  readonly caseSensitive: boolean;
  /** Contacts that a code verifies at sign-up. */
  readonly autoVerified: readonly Contact[];
  /** Whether the mail to a new account has a code or a link. */
  readonly defaultEmailOption: 'CONFIRM_WITH_CODE' | 'CONFIRM_WITH_LINK';
  readonly requiredAttributes: readonly string[];
  /** AttributesRequireVerificationBeforeUpdate: contacts that keep their value until a code has verified the new one. */
  readonly verifiedBeforeUpdate: readonly Contact[];
  /** Whether an expired session of a sign-up counts as none, or is refused. */
  readonly expiredSignUpSessions: 'IGNORED' | 'REFUSED';
  /** Whether UserNotConfirmedException is the answer to any password of an unconfirmed account; else to the right one. */
  readonly refusesUnconfirmedFirst: boolean;
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON';
  readonly mfaMethods: readonly MfaMethod[];
  /** Whether five wrong codes end the session of a sign-in. Else they begin a lockout, as wrong passwords do. */
  readonly endsSessionAfterWrongCodes: boolean;
  /** AllowedFirstAuthFactors of the sign-in policy. */
  readonly firstFactors: readonly FirstFactor[];
  /** Whether a code as a first factor is also sent to a contact of a confirmed account that is not verified. */
  readonly sendsOtpToUnverified: boolean;
  /** What USER_AUTH answers to a hidden unknown user without a preferred challenge: a random choice, or one challenge. */
  readonly unknownUserIsAsked: 'CHOICE' | 'CHALLENGE';
  /** Whether a request for a code that cannot be sent is, at random, refused instead of answered as if one were. */
  readonly refusesSimulatedDelivery: boolean;
  readonly passwordPolicy: PasswordPolicy;
  readonly triggers: Triggers;
  readonly webAuthn: RelyingParty | undefined;
  /** Whether devices are remembered: never, always, or when the user agrees. A remembered device replaces MFA. */
  readonly devices: 'OFF' | 'ALWAYS' | 'USER_OPT_IN';
  /** Whether ConfirmDevice accepts a device whose tokens were issued to a request that names the user by an alias. */
  readonly confirmsDevicesOfAliases: boolean;
  /** Whether a sign-in that names a confirmed device has to prove its secret though the device is not remembered. */
  readonly challengesUnrememberedDevices: boolean;
  /** Whether tokens of a device that was never confirmed can be refreshed. */
  readonly refreshesUnconfirmedDevices: boolean;
  /** Whether tokens of a device that was forgotten can be refreshed. */
  readonly refreshesForgottenDevices: boolean;
  /** UserSessionTracking: whether users can list their sessions. */
  readonly sessionTracking: boolean;
  /** Where else its users can sign in, by name. */
  readonly identityProviders: Map<string, IdentityProvider>;
  readonly clients: ReadonlyMap<string, Client>;
  readonly users: User[];
}

/** An OpenID Connect provider at which users of a pool sign in. */
export interface IdentityProvider {
  readonly name: string;
  readonly type: 'Google' | 'Facebook' | 'LoginWithAmazon' | 'SignInWithApple' | 'OIDC';
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What `idp_identifier` may name instead of the provider, often the domain of e-mail addresses. */
  readonly identifiers: readonly string[];
  /** The claims of the provider, by the attributes that they become. */
  readonly mapping: Readonly<Record<string, string>>;
}

/** The provider in the list of an app client that stands for the users of the pool itself. */
export const COGNITO = 'COGNITO';

/** An app client. All durations are in seconds. */
export interface Client {
  readonly id: string;
  readonly secret?: string;
  readonly preventUserExistenceErrors: 'ENABLED' | 'LEGACY';
  readonly authFlows: readonly string[];
  readonly accessTokenValidity: number;
  readonly idTokenValidity: number;
  readonly refreshTokenValidity: number;
  readonly authSessionValidity: number;
  /** Set with rotation of refresh tokens: how long the replaced one still works. */
  readonly rotationGracePeriod?: number;
  /** Where the hosted pages may send users after the sign-in and the sign-out. */
  readonly callbackUrls: string[];
  readonly logoutUrls: string[];
  /** The OAuth flows of the hosted pages. Without one, the app client has no hosted pages. */
  readonly oauthFlows: readonly ('code' | 'implicit')[];
  readonly allowedScopes: readonly string[];
  /** Names of identity providers, with `COGNITO` for the users of the pool itself. */
  readonly providers: readonly string[];
}

/** A code that was sent, for one purpose. */
export interface Code {
  readonly value: string;
  readonly expiresAt: number;
}

/** The relying party of a pool (Web Authentication). */
export interface RelyingParty {
  /** A host name. Pages on it and its subdomains can use the passkeys. */
  readonly id: string;
  readonly userVerification: 'required' | 'preferred';
  /** Whether a passkey with user verification counts as two factors. */
  readonly isMultiFactor?: boolean;
}

/** A registered passkey. */
export interface Passkey {
  readonly credential: WebAuthnCredential;
  readonly name: string;
  readonly relyingPartyId: string;
  readonly attachment: string | undefined;
  readonly created: number;
}

/** A browser or app that the user signed in with. It has a verifier once it was confirmed. */
export interface Device {
  readonly key: string;
  readonly groupKey: string;
  /** Whether the request that registered it named the user by an alias. */
  readonly isOfAlias: boolean;
  name: string | undefined;
  verifier: Verifier | undefined;
  remembered: boolean;
  readonly created: number;
  modified: number;
  lastAuthenticated: number;
}

/** A user at an identity provider. */
export interface Identity {
  /** The `sub` there. */
  readonly userId: string;
  readonly providerName: string;
  readonly providerType: IdentityProvider['type'];
  readonly issuer: string;
  /** Epoch milliseconds. */
  readonly dateCreated: number;
}

/** A user. Instead of a password there is its SRP verifier. */
export interface User {
  readonly sub: string;
  readonly username: string;
  readonly attributes: Map<string, string>;
  status: UserStatusType;
  enabled: boolean;
  verifier: Verifier | undefined;
  /** When a temporary password expires, in epoch milliseconds. */
  temporaryUntil: number | undefined;
  totp: { readonly secret: string; readonly verified: boolean; readonly lastUsed: number } | undefined;
  /** The key of AssociateSoftwareToken, until VerifySoftwareToken. */
  pendingTotp: string | undefined;
  readonly mfa: Set<MfaMethod>;
  preferredMfa: MfaMethod | undefined;
  readonly devices: Map<string, Device>;
  readonly passkeys: Passkey[];
  /** Whether a passkey counts as two factors. */
  passkeyMfa: boolean;
  /** The last StartWebAuthnRegistration that was not completed. */
  pendingPasskey: { readonly challenge: string; readonly client: Client; readonly expiresAt: number } | undefined;
  readonly codes: Map<string, Code>;
  /** New contacts that replace the old ones once they are verified. */
  readonly pendingContacts: Map<Contact, string>;
  readonly attempts: Map<string, readonly number[]>;
  readonly groups: readonly string[];
  /** Where the user signs in, if that is at an identity provider. */
  readonly identities: readonly Identity[];
  readonly created: number;
  modified: number;
}
