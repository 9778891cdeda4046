import type { Attribute, AttributeUpdate, Contact } from '../cognito/account/attributes.js';
import type { KnownDevice } from '../cognito/devices/devices.js';
import type { MfaPreference } from '../cognito/account/mfa-preference.js';
import type { Passkey } from '../cognito/passkeys/passkeys.js';
import type { Secret } from '../cognito/secret.js';
import type { UserSession } from '../cognito/account/user-sessions.js';
import type { CallOptions } from './call-options.js';
import type { CodeDelivery, Factor } from './step.js';

export type { Attribute, AttributeUpdate, Contact } from '../cognito/account/attributes.js';
export type { MfaPreference, MfaState } from '../cognito/account/mfa-preference.js';
export type { Passkey } from '../cognito/passkeys/passkeys.js';
export type { UserSession } from '../cognito/account/user-sessions.js';

/** What every operation on an account takes. */
export interface AccountOptions {
  /** Stops waiting: the operation fails with `cancelled`. What Cognito was told already stays told. */
  readonly signal?: AbortSignal | undefined;
}

/** ChangePassword. */
export interface ChangePasswordInput extends AccountOptions {
  /** May be missing for somebody who has no password yet. */
  readonly previous?: Secret | undefined;
  readonly proposed: Secret;
}

/** SetUserMFAPreference. What is left out stays as it is; preferring one factor ends the preference of another. */
export type MfaPreferenceInput = AccountOptions & Partial<MfaPreference>;

/** VerifySoftwareToken. */
export interface VerifyTotpInput extends AccountOptions {
  /** Six digits that the authenticator app shows. */
  readonly code: Secret;
  /** A name for the app, shown when Cognito asks for its code. */
  readonly deviceName?: string | undefined;
}

/** What somebody signs in with. */
export interface FactorAccount {
  /** By what the person can prove who they are, to begin with (GetUserAuthFactors). For app clients with `USER_AUTH`. */
  authFactors(options?: AccountOptions): Promise<readonly Factor[]>;
  /**
   * Sets a new password (ChangePassword). Other sessions of the user go on: sign out with `global` to end them.
   *
   * @throws AuthError `credentials` when the previous password is wrong; `locked` or `too-many-attempts` after a few of
   * those; `password-policy`, `password-reused`.
   */
  changePassword(input: ChangePasswordInput): Promise<void>;
  /** Which second factors are turned on (GetUser). */
  mfaPreference(options?: AccountOptions): Promise<MfaPreference>;
  /**
   * Turns second factors on and off, and says which one sign-in asks for (SetUserMFAPreference).
   *
   * @throws AuthError `mfa-not-set-up` when a factor is turned on that lacks something: a verified phone number or e-mail
   * address, an authenticator app, a passkey.
   */
  setMfaPreference(input: MfaPreferenceInput): Promise<void>;
  /**
   * Begins to enroll an authenticator app (AssociateSoftwareToken). An app that was enrolled before goes on to work
   * until the new one is verified.
   *
   * @returns The key for the app, in base32: `otpauthUri` makes an address of it that can be shown as a QR code.
   * @throws AuthError `configuration` when the pool does not use authenticator apps.
   */
  setUpTotp(options?: AccountOptions): Promise<Secret>;
  /**
   * Completes that by a code of the app (VerifySoftwareToken). Sign-in asks for one from then on if
   * {@link FactorAccount.setMfaPreference | setMfaPreference} says so.
   *
   * @throws AuthError `wrong-code`
   */
  verifyTotp(input: VerifyTotpInput): Promise<void>;
}

/** UpdateUserAttributes. */
export interface UpdateAttributesInput extends AccountOptions, CallOptions {
  /** By Cognito's names: `email`, `phone_number` in E.164, `custom:…`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** DeleteUserAttributes. */
export interface DeleteAttributesInput extends AccountOptions {
  readonly names: readonly string[];
}

/** GetUserAttributeVerificationCode. */
export interface SendAttributeCodeInput extends AccountOptions, CallOptions {
  readonly name: Contact;
}

/** VerifyUserAttribute. */
export interface VerifyAttributeInput extends AccountOptions {
  readonly name: Contact;
  readonly code: Secret;
}

/** What Cognito knows about somebody. The attributes in an `AuthUser` are those of the ID token, as old as that is. */
export interface AttributeAccount {
  /** Lists the attributes that the app client may read, with what is verified of them (GetUser). */
  attributes(options?: AccountOptions): Promise<readonly Attribute[]>;
  /**
   * Changes attributes (UpdateUserAttributes). A new e-mail address or phone number has to be verified by the code that
   * is sent there; depending on the pool, the old one stays until then.
   *
   * @returns What became of each attribute.
   * @throws AuthError `alias-exists` when the value identifies somebody else; `invalid-parameter` when the pool does not
   * take it; `configuration` when the app client may not write it.
   */
  updateAttributes(input: UpdateAttributesInput): Promise<readonly AttributeUpdate[]>;
  /**
   * Removes attributes (DeleteUserAttributes).
   *
   * @throws AuthError `invalid-parameter` when the pool cannot do without one of them.
   */
  deleteAttributes(input: DeleteAttributesInput): Promise<void>;
  /**
   * Sends a code to an address that is not verified yet (GetUserAttributeVerificationCode).
   *
   * @returns Where it went.
   * @throws AuthError `delivery-failed`, `too-many-attempts`; `invalid-parameter` when there is no such address.
   */
  sendAttributeCode(input: SendAttributeCodeInput): Promise<CodeDelivery | undefined>;
  /**
   * Verifies an address by the code that was sent there (VerifyUserAttribute).
   *
   * @throws AuthError `wrong-code`, `code-expired`; `alias-exists` when another account has verified the same address.
   */
  verifyAttribute(input: VerifyAttributeInput): Promise<void>;
}

/** DeleteWebAuthnCredential. */
export interface PasskeyInput extends AccountOptions {
  readonly credentialId: string;
}

/** The passkeys of an account. The app client has to allow `USER_AUTH`, and the pool a `WEB_AUTHN` first factor. */
export interface PasskeyAccount {
  /** Lists them (ListWebAuthnCredentials, all pages). */
  passkeys(options?: AccountOptions): Promise<readonly Passkey[]>;
  /**
   * Makes a passkey on this device, or on one that the person has at hand, and registers it
   * (StartWebAuthnRegistration, `navigator.credentials.create()`, CompleteWebAuthnRegistration). Call it when somebody
   * has pressed something: some browsers refuse otherwise. Aborting ends the browser's dialog.
   *
   * @returns What Cognito says about it; undefined when it is registered, and not listed yet.
   * @throws AuthError `cancelled`, `passkey-exists`, `passkey-unavailable`; `passkey-rejected` when Cognito does not take
   * this kind of key; `timeout` when the person took too long; `too-many-attempts` when the account has as many as it can.
   */
  createPasskey(options?: AccountOptions): Promise<Passkey | undefined>;
  /**
   * Takes a passkey away (DeleteWebAuthnCredential). One that is gone already counts as taken. Browsers that want to know
   * are told which ones are left (`PublicKeyCredential.signalAllAcceptedCredentials()`), so that they do not offer it any
   * more.
   */
  deletePasskey(input: PasskeyInput): Promise<void>;
}

/** A device, and whether it is this one. */
export interface DeviceHere extends KnownDevice {
  /** Whether it is this browser. */
  readonly isCurrent: boolean;
}

/** ForgetDevice. */
export interface DeviceInput extends AccountOptions {
  /** Default: this browser. */
  readonly deviceKey?: string | undefined;
}

/** UpdateDeviceStatus. */
export interface RememberDeviceInput extends DeviceInput {
  /** Whether the device spares its owner the second factor from now on. Default: true. */
  readonly remembered?: boolean;
}

/** The devices of an account, where the pool remembers devices. */
export interface DeviceAccount {
  /** Lists them (ListDevices, all pages). */
  fetchDevices(options?: AccountOptions): Promise<readonly DeviceHere[]>;
  /**
   * Trusts a device, or no longer (UpdateDeviceStatus).
   *
   * @throws AuthError `configuration` when the pool does not know the device, or this browser is none.
   */
  rememberDevice(input?: RememberDeviceInput): Promise<void>;
  /**
   * Takes a device off the account (ForgetDevice): it has to prove itself like a new one. One that is off it already
   * counts as taken.
   *
   * @throws AuthError `configuration` when this browser is none.
   */
  forgetDevice(input?: DeviceInput): Promise<void>;
}

/** RevokeUserSession. */
export interface RevokeSessionInput extends AccountOptions {
  readonly sessionId: string;
  /** Ends the sessions too that it came from, or that came from it. Default: false. */
  readonly linked?: boolean | undefined;
}

/** Where somebody is signed in, and how all of that ends. */
export interface SessionAccount {
  /**
   * Lists the sessions of the user, in every app client (ListUserSessions, all pages).
   *
   * @throws AuthError `configuration` when the pool does not keep track of sessions.
   */
  sessions(options?: AccountOptions): Promise<readonly UserSession[]>;
  /**
   * Ends another session of the user (RevokeUserSession): its tokens are of no use any more, as far as Cognito itself is
   * concerned. One that is over already counts as ended. The session of this browser ends by `signOut` of the client.
   *
   * @throws AuthError `invalid-parameter` for the session of this browser.
   */
  revokeSession(input: RevokeSessionInput): Promise<void>;
  /** Deletes the account, for ever (DeleteUser), and ends the session here as `signOut` of the client does. */
  deleteUser(options?: AccountOptions): Promise<void>;
}

/**
 * The account of whoever was signed in when it was asked for. Each operation gets a fresh access token, and fails with
 * nothing but an `AuthError`: `session-expired` when nobody is signed in any more, or somebody else;
 * `configuration` when the tokens lack the scope `aws.cognito.signin.user.admin`.
 */
export interface AccountClient extends FactorAccount, AttributeAccount, PasskeyAccount, DeviceAccount, SessionAccount {}
