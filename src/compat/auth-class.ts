import type { CognitoUserAttribute, CognitoUserSession, MFAOption } from 'amazon-cognito-identity-js';
import type { AwsCredentials } from '../client/auth-client.js';
import * as attributes from './auth/attributes.js';
import * as credentials from './auth/credentials.js';
import * as devices from './auth/devices.js';
import * as federation from './auth/federation.js';
import * as mfa from './auth/mfa.js';
import * as passwords from './auth/passwords.js';
import * as session from './auth/session.js';
import * as signIn from './auth/sign-in.js';
import * as signOut from './auth/sign-out.js';
import * as signUp from './auth/sign-up.js';
import type { CompatConfig } from './compat-config.js';
import { AuthCore } from './core.js';
import type { FederatedUser } from './federated-info.js';
import type { CompatUser, GivenUser, SignUpResult } from './open-pool.js';
import { asCompatUser } from './user-name.js';

/** Sent to Lambda functions: that of the call, or else that of the configuration. */
type Metadata = CompatConfig['clientMetadata'];

const cores = new WeakMap<AuthClass, AuthCore>();

/** What the methods of an `Auth` share. For the parts of this package: an app has the methods. */
export const coreOf = (auth: AuthClass): AuthCore | undefined => cores.get(auth);

/**
 * `Auth` of the guides. Its methods reject with what Cognito says (`code` and `name` are the name of the exception), with
 * `AuthError` for a wrong call, and with a text where the guides compare a text. What they do is told over the channel `auth`
 * of `Hub`, before they resolve.
 */
export class AuthClass {
  readonly #core = new AuthCore();

  constructor(config?: CompatConfig | null) {
    cores.set(this, this.#core);
    if (config) this.configure(config);
  }

  /** `Auth`: the name of this part in a configuration. */
  getModuleName(): 'Auth' {
    return 'Auth';
  }

  /** Adds to the configuration. Returns all of it. */
  configure(config?: CompatConfig | null): CompatConfig {
    if (config) this.#core.configure(config);
    return this.#core.config;
  }

  /** A user object, without a request. With a `Session` that was kept over a reload, it can answer the challenge. */
  createCognitoUser(username: string): Promise<CompatUser> {
    return session.createCognitoUser(this.#core, username);
  }

  /**
   * Signs a user in. Resolves with the user: signed in, or with a `challengeName` that has to be answered.
   *
   * InitiateAuth, RespondToAuthChallenge. Tells `signIn` or `signIn_failure`.
   */
  signIn(...credentials: signIn.SignInArguments): Promise<CompatUser> {
    return signIn.signIn(this.#core, ...credentials);
  }

  /** Answers a second factor by its code. `mfaType` is not needed: the challenge that waits is answered. Tells `signIn`. */
  confirmSignIn(
    user: GivenUser,
    code: string,
    mfaType?: string | null,
    clientMetadata?: Metadata,
  ): Promise<CompatUser> {
    return signIn.confirmSignIn(this.#core, asCompatUser(user), code, mfaType, clientMetadata);
  }

  /** Replaces a temporary password. `requiredAttributes` are names without a prefix. Tells `signIn`. */
  completeNewPassword(
    user: GivenUser,
    password: string,
    requiredAttributes?: Readonly<Record<string, string>>,
    clientMetadata?: Metadata,
  ): Promise<CompatUser> {
    return signIn.completeNewPassword(this.#core, asCompatUser(user), password, requiredAttributes, clientMetadata);
  }

  /** Answers the question of a Lambda function. Resolves with the same user: signed in, or asked again. Tells `signIn`. */
  sendCustomChallengeAnswer(user: GivenUser, answer: string, clientMetadata?: Metadata): Promise<CompatUser> {
    return signIn.sendCustomChallengeAnswer(this.#core, asCompatUser(user), answer, clientMetadata);
  }

  /** The base32 key for an authenticator app. AssociateSoftwareToken. */
  setupTOTP(user: GivenUser): Promise<string> {
    return signIn.setupTOTP(asCompatUser(user));
  }

  /** Enrolls the app by the code that it shows. VerifySoftwareToken. Tells `verify`, and `signIn` during a sign-in. */
  verifyTotpToken(user: GivenUser, code: string): Promise<CognitoUserSession> {
    return signIn.verifyTotpToken(this.#core, asCompatUser(user), code);
  }

  /** Creates an account. SignUp. Tells `signUp` or `signUp_failure`, and `autoSignIn` where that was wanted. */
  signUp(...input: signUp.SignUpArguments): Promise<SignUpResult> {
    return signUp.signUp(this.#core, ...input);
  }

  /** Confirms an account. ConfirmSignUp. Resolves with `SUCCESS`. Tells `confirmSignUp`. */
  confirmSignUp(username: string, code: string, options?: signUp.ConfirmSignUpOptions): Promise<string> {
    return signUp.confirmSignUp(this.#core, username, code, options);
  }

  /** Sends the code of a sign-up again. ResendConfirmationCode. */
  resendSignUp(username: string, clientMetadata?: Metadata): Promise<signUp.CodeDelivery> {
    return signUp.resendSignUp(this.#core, username, clientMetadata);
  }

  /** Sends a code to set a new password. ForgotPassword. Tells `forgotPassword` or `forgotPassword_failure`. */
  forgotPassword(username: string, clientMetadata?: Metadata): Promise<signUp.CodeDelivery> {
    return passwords.forgotPassword(this.#core, username, clientMetadata);
  }

  /** Sets a new password by that code. ConfirmForgotPassword. Resolves with `SUCCESS`; the user is not signed in. */
  forgotPasswordSubmit(username: string, code: string, password: string, clientMetadata?: Metadata): Promise<string> {
    return passwords.forgotPasswordSubmit(this.#core, username, code, password, clientMetadata);
  }

  /** Changes the password of a user who is signed in. ChangePassword. */
  changePassword(
    user: GivenUser,
    oldPassword: string,
    newPassword: string,
    clientMetadata?: Metadata,
  ): Promise<'SUCCESS'> {
    return passwords.changePassword(this.#core, asCompatUser(user), oldPassword, newPassword, clientMetadata);
  }

  /**
   * The user who is signed in, with attributes: a `CompatUser`, or a `FederatedUser` where an identity pool has signed the
   * user in. Rejects with the text `The user is not authenticated`.
   */
  currentAuthenticatedUser<User extends CompatUser | FederatedUser = CompatUser>(
    options?: session.CurrentUserOptions,
  ): Promise<User> {
    // The app knows which of both it signs in.
    return session.currentAuthenticatedUser(this.#core, options) as Promise<User>;
  }

  /** The user of the user pool who is signed in. Rejects with the text `No current user`. */
  currentUserPoolUser(options?: session.CurrentUserOptions): Promise<CompatUser> {
    return session.currentUserPoolUser(this.#core, options);
  }

  /** The session of the user who is signed in, refreshed if necessary. */
  currentSession(): Promise<CognitoUserSession> {
    return session.currentSession(this.#core);
  }

  /** The session of this user, refreshed if necessary. */
  userSession(user: GivenUser): Promise<CognitoUserSession> {
    return session.userSession(this.#core, asCompatUser(user));
  }

  /** What is known of the user who is signed in; null without one, and empty where Cognito does not answer. */
  currentUserInfo(): ReturnType<typeof session.currentUserInfo> {
    return session.currentUserInfo(this.#core);
  }

  /** The attributes of a user. GetUser. */
  userAttributes(user: GivenUser): Promise<CognitoUserAttribute[]> {
    return session.userAttributes(this.#core, asCompatUser(user));
  }

  /** Changes attributes. UpdateUserAttributes. Tells `updateUserAttributes` or `updateUserAttributes_failure`. */
  updateUserAttributes(
    user: GivenUser,
    changed: Readonly<Record<string, string>>,
    clientMetadata?: Metadata,
  ): Promise<string> {
    return attributes.updateUserAttributes(this.#core, asCompatUser(user), changed, clientMetadata);
  }

  /** Deletes attributes. DeleteUserAttributes. */
  deleteUserAttributes(user: GivenUser, names: readonly string[]): Promise<string> {
    return attributes.deleteUserAttributes(this.#core, asCompatUser(user), names);
  }

  /** The contacts of a user, verified and not. */
  verifiedContact(user: GivenUser): ReturnType<typeof attributes.verifiedContact> {
    return attributes.verifiedContact(this.#core, asCompatUser(user));
  }

  /** Sends a code to an address or number of the user. GetUserAttributeVerificationCode. */
  verifyUserAttribute(user: GivenUser, name: string, clientMetadata?: Metadata): Promise<string> {
    return attributes.verifyUserAttribute(this.#core, asCompatUser(user), name, clientMetadata);
  }

  /** Verifies an address or number by that code. VerifyUserAttribute. */
  verifyUserAttributeSubmit(user: GivenUser, name: string, code: string): Promise<string> {
    return attributes.verifyUserAttributeSubmit(asCompatUser(user), name, code);
  }

  /** As `verifyUserAttribute`, for the user who is signed in. */
  verifyCurrentUserAttribute(name: string): Promise<string> {
    return attributes.verifyCurrentUserAttribute(this.#core, name);
  }

  /** The same, as one of the guides spells it. */
  verifyCurrentUserAttributes(name: string): Promise<string> {
    return this.verifyCurrentUserAttribute(name);
  }

  /** As `verifyUserAttributeSubmit`, for the user who is signed in. */
  verifyCurrentUserAttributeSubmit(name: string, code: string): Promise<string> {
    return attributes.verifyCurrentUserAttributeSubmit(this.#core, name, code);
  }

  /** Sets the second factor that is asked for. SetUserMFAPreference. */
  setPreferredMFA(user: GivenUser, method: mfa.MfaMethod): Promise<string> {
    return mfa.setPreferredMFA(this.#core, asCompatUser(user), method);
  }

  /** The second factor that is asked for, in Cognito's words; `NOMFA` without one. */
  getPreferredMFA(user: GivenUser, options?: session.CurrentUserOptions): Promise<string> {
    return mfa.getPreferredMFA(this.#core, asCompatUser(user), options);
  }

  /** Cognito's own list, which it does not fill any more: use {@link getPreferredMFA}. */
  getMFAOptions(user: GivenUser): Promise<MFAOption[]> {
    return mfa.getMFAOptions(asCompatUser(user));
  }

  /** Turns codes by text message on. SetUserSettings, which is deprecated: use {@link setPreferredMFA}. */
  enableSMS(user: GivenUser): Promise<string> {
    return mfa.enableSMS(asCompatUser(user));
  }

  /** Turns codes by text message off. See {@link enableSMS}. */
  disableSMS(user: GivenUser): Promise<string> {
    return mfa.disableSMS(asCompatUser(user));
  }

  /** Has this device replace the second factor. UpdateDeviceStatus. */
  rememberDevice(): Promise<string> {
    return devices.rememberDevice(this.#core);
  }

  /** Has this device forgotten, here and at Cognito. ForgetDevice. */
  forgetDevice(): Promise<string> {
    return devices.forgetDevice(this.#core);
  }

  /** The devices that the user pool knows of the user. ListDevices. */
  fetchDevices(): Promise<devices.Device[]> {
    return devices.fetchDevices(this.#core);
  }

  /**
   * Signs a user in on the pages of the user pool, which the page is left for; or, with a token of a provider, at the
   * identity pool: then it resolves with AWS credentials, and tells `signIn`.
   */
  federatedSignIn(...input: federation.FederatedSignInArguments): Promise<AwsCredentials | undefined> {
    return federation.federatedSignIn(this.#core, ...input);
  }

  // Apps pass these two on without their object.
  /** AWS credentials of the user who is signed in, or of a guest, fresh for a while. GetCredentialsForIdentity. */
  readonly currentCredentials = (): Promise<AwsCredentials> => credentials.getCredentials(this.#core);

  /** The same. */
  readonly currentUserCredentials = (): Promise<AwsCredentials> => this.currentCredentials();

  /** The five keys of credentials that older clients of AWS take. */
  essentialCredentials(given: AwsCredentials): Omit<AwsCredentials, 'expiration'> {
    return credentials.essentialCredentials(given);
  }

  /** Ends the session here, or on all devices. The session here ends whatever Cognito says. Tells `signOut`. */
  signOut(options?: signOut.SignOutOptions): Promise<void> {
    return signOut.signOut(this.#core, options);
  }

  /** Deletes the account of the user who is signed in. DeleteUser. Tells `userDeleted` and `signOut`. */
  deleteUser(): Promise<string> {
    return signOut.deleteUser(this.#core);
  }
}

/** The `Auth` of a page. */
export const Auth = new AuthClass();
