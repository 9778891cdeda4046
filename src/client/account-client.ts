import type { Attribute, AttributeUpdate, Contact } from '../cognito/account/attributes.js';
import type { MfaPreference } from '../cognito/account/mfa-preference.js';
import type { UserSession } from '../cognito/account/user-sessions.js';
import type { KnownDevice } from '../cognito/devices/devices.js';
import type { Passkey } from '../cognito/passkeys/passkeys.js';
import type { Secret } from '../cognito/secret.js';
import type { CallOptions } from './call-options.js';
import type { CodeDelivery, Factor } from './step.js';

export type { Attribute, AttributeUpdate, Contact } from '../cognito/account/attributes.js';
export type { MfaPreference, MfaState } from '../cognito/account/mfa-preference.js';
export type { Passkey } from '../cognito/passkeys/passkeys.js';
export type { UserSession } from '../cognito/account/user-sessions.js';

/** What every operation on an account takes. */
export interface AccountOptions {
  /** Aborts: the operation fails with `cancelled`. A request that Cognito has received takes effect all the same. */
  readonly signal?: AbortSignal | undefined;
}

/** ChangePassword. */
export interface ChangePasswordInput extends AccountOptions {
  /** May be missing for a user without a password. */
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

/** The factors that a user signs in with. */
export interface FactorAccount {
  /** The first factors of the user (GetUserAuthFactors). For app clients with `USER_AUTH`. */
  authFactors(options?: AccountOptions): Promise<readonly Factor[]>;
  /**
   * Sets a new password (ChangePassword). Other sessions of the user continue: sign out with `global` to end them.
   *
   * @throws AuthError `credentials` when the previous password is wrong; `locked` or `too-many-attempts` after a few of
   * those; `password-policy`, `password-reused`.
   */
  changePassword(input: ChangePasswordInput): Promise<void>;
  /** Which second factors are turned on (GetUser). */
  mfaPreference(options?: AccountOptions): Promise<MfaPreference>;
  /**
   * Turns second factors on and off, and sets which one a sign-in asks for (SetUserMFAPreference).
   *
   * @throws AuthError `mfa-not-set-up` when a factor is turned on that lacks something: a verified phone number or e-mail
   * address, an authenticator app, a passkey.
   */
  setMfaPreference(input: MfaPreferenceInput): Promise<void>;
  /**
   * Starts to enroll an authenticator app (AssociateSoftwareToken). An app that was enrolled before works until the new
   * one is verified.
   *
   * @returns The key for the app, in base32: `otpauthUri` makes an address of it that can be shown as a QR code.
   * @throws AuthError `configuration` when the pool does not use authenticator apps.
   */
  setUpTotp(options?: AccountOptions): Promise<Secret>;
  /**
   * Completes that with a code of the app (VerifySoftwareToken). Sign-ins ask for one from then on if
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

/** The attributes of a user as Cognito stores them. Those of an `AuthUser` are as old as the ID token. */
export interface AttributeAccount {
  /** Lists the attributes that the app client may read, and whether contacts are verified (GetUser). */
  attributes(options?: AccountOptions): Promise<readonly Attribute[]>;
  /**
   * Changes attributes (UpdateUserAttributes). A new e-mail address or phone number has to be verified with the code that
   * is sent to it; depending on the pool, the old one stays until then.
   *
   * @returns What became of each attribute.
   * @throws AuthError `alias-exists` when the value identifies another user; `invalid-parameter` when the pool does not
   * accept it; `configuration` when the app client may not write it.
   */
  updateAttributes(input: UpdateAttributesInput): Promise<readonly AttributeUpdate[]>;
  /**
   * Removes attributes (DeleteUserAttributes).
   *
   * @throws AuthError `invalid-parameter` when the pool requires one of them.
   */
  deleteAttributes(input: DeleteAttributesInput): Promise<void>;
  /**
   * Sends a code to a contact that is not verified yet (GetUserAttributeVerificationCode).
   *
   * @returns Where the code was sent.
   * @throws AuthError `delivery-failed`, `too-many-attempts`; `invalid-parameter` when there is no such contact.
   */
  sendAttributeCode(input: SendAttributeCodeInput): Promise<CodeDelivery | undefined>;
  /**
   * Verifies a contact with the code that was sent to it (VerifyUserAttribute).
   *
   * @throws AuthError `wrong-code`, `code-expired`; `alias-exists` when another account has verified the same contact.
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
   * Creates a passkey on this device, or on another one of the user, and registers it
   * (StartWebAuthnRegistration, `navigator.credentials.create()`, CompleteWebAuthnRegistration). Call it from a click: some
   * browsers refuse otherwise. Aborting closes the browser's dialog.
   *
   * @returns The passkey as Cognito lists it; undefined when it is registered, and not listed yet.
   * @throws AuthError `cancelled`, `passkey-exists`, `passkey-unavailable`; `passkey-rejected` when Cognito does not accept
   * this kind of key; `timeout` when the user took too long; `too-many-attempts` when the account has no room for another.
   */
  createPasskey(options?: AccountOptions): Promise<Passkey | undefined>;
  /**
   * Deletes a passkey (DeleteWebAuthnCredential). One that does not exist any more counts as deleted. Browsers that support
   * it are told which ones are left (`PublicKeyCredential.signalAllAcceptedCredentials()`), so that they do not offer the
   * deleted one.
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
  /** Whether the device replaces the second factor from now on. Default: true. */
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
   * Removes a device from the account (ForgetDevice): the next sign-in treats it like a new one, and a session that began
   * on it ends with its access token, as Cognito refreshes it no more. A device that was removed already counts as removed.
   *
   * @throws AuthError `configuration` when this browser is none.
   */
  forgetDevice(input?: DeviceInput): Promise<void>;
}

/** RevokeUserSession. */
export interface RevokeSessionInput extends AccountOptions {
  readonly sessionId: string;
  /** Also ends the sessions that it was created from, or that were created from it. Default: false. */
  readonly linked?: boolean | undefined;
}

/** The sessions of a user, and the deletion of the account. */
export interface SessionAccount {
  /**
   * Lists the sessions of the user, in every app client (ListUserSessions, all pages).
   *
   * @throws AuthError `configuration` when the pool does not record sessions.
   */
  sessions(options?: AccountOptions): Promise<readonly UserSession[]>;
  /**
   * Ends another session of the user (RevokeUserSession): Cognito does not accept its tokens any more. A session that is over
   * already counts as ended. The session of this browser ends by `signOut` of the client.
   *
   * @throws AuthError `invalid-parameter` for the session of this browser.
   */
  revokeSession(input: RevokeSessionInput): Promise<void>;
  /** Deletes the account permanently (DeleteUser), and ends the session here as `signOut` of the client does. */
  deleteUser(options?: AccountOptions): Promise<void>;
}

/**
 * The account of the user who was signed in when it was opened. Each operation uses a fresh access token, and fails only with
 * an `AuthError`: `session-expired` when no user is signed in any more, or another one; `configuration` when the tokens
 * lack the scope `aws.cognito.signin.user.admin`.
 */
export interface AccountClient extends FactorAccount, AttributeAccount, PasskeyAccount, DeviceAccount, SessionAccount {}
