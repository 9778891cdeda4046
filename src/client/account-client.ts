import type { Passkey } from '../cognito/passkeys.js';

export type { Passkey } from '../cognito/passkeys.js';

/** What every operation on an account takes. */
export interface AccountOptions {
  /** Stops waiting: the operation fails with `cancelled`. What Cognito was told already stays told. */
  readonly signal?: AbortSignal | undefined;
}

/** A passkey to work on. */
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
   * Takes a passkey away (DeleteWebAuthnCredential). Browsers that want to know are told which ones are left
   * (`PublicKeyCredential.signalAllAcceptedCredentials()`), so that they do not offer it any more.
   */
  deletePasskey(input: PasskeyInput): Promise<void>;
}

/**
 * The account of whoever was signed in when it was asked for. Each operation gets a fresh access token, and fails with
 * nothing but an `AuthError`: `session-expired` when nobody is signed in any more, or somebody else;
 * `configuration` when the tokens lack the scope `aws.cognito.signin.user.admin`.
 */
export type AccountClient = PasskeyAccount;
