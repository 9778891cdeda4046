import type { CodeDeliveryDetails } from 'amazon-cognito-identity-js';
import { AuthError, required } from '../auth-errors.js';
import type { Waiting } from './auto-sign-in.js';
import type { CompatConfig } from '../compat-config.js';
import type { AuthCore } from '../core.js';
import { HUB_MESSAGES } from '../hub-messages.js';
import type { SignUpResult } from '../open-pool.js';
import { promised } from '../promised.js';
import { byName, signIn } from './sign-in.js';
import type { ValidationData } from './sign-in.js';

type Metadata = CompatConfig['clientMetadata'];

/** Where a code was sent. */
export interface CodeDelivery {
  readonly CodeDeliveryDetails: CodeDeliveryDetails;
}

/** What `signUp` takes as an object. */
export interface SignUpOptions {
  readonly username: string;
  readonly password: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly validationData?: ValidationData;
  readonly clientMetadata?: Metadata;
  /** Whether the user is signed in as soon as the account is confirmed. */
  readonly autoSignIn?: {
    readonly enabled: boolean;
    readonly clientMetaData?: Metadata;
    readonly validationData?: ValidationData;
  };
}

/** The arguments of `signUp`. */
export type SignUpArguments =
  | readonly [options: SignUpOptions]
  | readonly [username: string, password: string, email?: string, phoneNumber?: string];

/** What the arguments of `signUp` say. */
function optionsOf(...[given, password, email, phoneNumber]: SignUpArguments): SignUpOptions {
  // Called from scripts that no compiler has read.
  if (given && typeof given === 'object') return given;
  if (!given || typeof given !== 'string') {
    throw new AuthError('sign-up', 'signUp: an object with username and password is expected.');
  }
  const attributes = { ...(email && { email }), ...(phoneNumber && { phone_number: phoneNumber }) };
  return { username: given, password: password ?? '', attributes };
}

export async function signUp(core: AuthCore, ...given: SignUpArguments): Promise<SignUpResult> {
  const pool = await core.open();
  const options = optionsOf(...given);
  const { attributes = {}, validationData, clientMetadata, autoSignIn } = options;
  const username = required(options.username, 'empty-username');
  const password = required(options.password, 'empty-password');
  const result = await core.hub.tellFailure('signUp', HUB_MESSAGES.signUp_failure(username), () =>
    pool.signUp({
      username,
      password,
      attributes: pool.attributesOf(attributes),
      validationData: validationData ? pool.attributesOf(byName(validationData)) : null,
      clientMetadata: core.metadata(clientMetadata),
    }),
  );
  core.hub.tell('signUp', result, HUB_MESSAGES.signUp(username));
  if (autoSignIn?.enabled) core.autoSignIn.expect(result.userConfirmed, waitingOf(core, options, autoSignIn));
  return result;
}

/** A user who is signed in as soon as the account is confirmed. The password is held until then. */
const waitingOf = (
  core: AuthCore,
  { username, password }: SignUpOptions,
  { validationData, clientMetaData }: NonNullable<SignUpOptions['autoSignIn']>,
): Waiting => ({
  username,
  isLink: core.config.signUpVerificationMethod === 'link',
  async signIn() {
    const credentials = { username, password, ...(validationData && { validationData }) };
    const user = await signIn(core, credentials, undefined, clientMetaData);
    core.hub.tell('autoSignIn', user, HUB_MESSAGES.autoSignIn(username));
  },
  fail: (message) => core.hub.tell('autoSignIn_failure', null, message),
});

/** Options of `confirmSignUp`. */
export interface ConfirmSignUpOptions {
  /** Whether a confirmed address moves here from another account. Default: true. */
  readonly forceAliasCreation?: boolean;
  readonly clientMetadata?: Metadata;
}

export async function confirmSignUp(
  core: AuthCore,
  username: string,
  code: string,
  { forceAliasCreation = true, clientMetadata }: ConfirmSignUpOptions = {},
): Promise<string> {
  const pool = await core.open();
  const user = pool.userOf(required(username, 'empty-username'));
  required(code, 'empty-code');
  const result = await promised<string>((callback) =>
    user.confirmRegistration(code, forceAliasCreation, callback, { ...core.metadata(clientMetadata) }),
  );
  core.hub.tell('confirmSignUp', result, HUB_MESSAGES.confirmSignUp(username));
  core.autoSignIn.confirmed(username);
  return result;
}

export async function resendSignUp(core: AuthCore, username: string, clientMetadata?: Metadata): Promise<CodeDelivery> {
  const pool = await core.open();
  const user = pool.userOf(required(username, 'empty-username'));
  return promised((callback) => user.resendConfirmationCode(callback, { ...core.metadata(clientMetadata) }));
}
