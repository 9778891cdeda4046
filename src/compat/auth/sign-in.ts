import type { CognitoUserSession, IAuthenticationCallback } from 'amazon-cognito-identity-js';
import { AuthError, required, userObject } from '../auth-errors.js';
import { writeChallenge } from '../challenge.js';
import { isSecondFactor, SECOND_FACTORS } from '../cognito-names.js';
import type { CompatConfig } from '../compat-config.js';
import type { AuthCore } from '../core.js';
import { HUB_MESSAGES } from '../hub-messages.js';
import type { CompatUser } from '../open-pool.js';
import { answered } from '../promised.js';
import { currentUserPoolUser } from './session.js';

type Metadata = CompatConfig['clientMetadata'];

interface Pair {
  readonly Name: string;
  readonly Value: string;
}

/** Names and values for Lambda functions. */
export type ValidationData = Readonly<Record<string, string>> | readonly Pair[];

/** What `signIn` takes as an object. */
export interface SignInOptions {
  readonly username: string;
  /** Without one, the challenges of Lambda functions sign the user in. */
  readonly password?: string;
  readonly validationData?: ValidationData;
}

/** The arguments of `signIn`. */
export type SignInArguments = readonly [
  usernameOrOptions: string | SignInOptions,
  password?: string,
  clientMetadata?: Metadata,
];

const isList = (data: ValidationData): data is readonly Pair[] => Array.isArray(data);

/** Validation data as an object. */
export const byName = (data: ValidationData = {}): Readonly<Record<string, string>> =>
  isList(data) ? Object.fromEntries(data.map(({ Name, Value }) => [Name, Value])) : data;

/** What the arguments of `signIn` say. */
function credentialsOf([given, password]: SignInArguments): SignInOptions {
  if (typeof given === 'string') return { username: given, ...(password && { password }) };
  // Called from scripts that no compiler has read.
  if (typeof given !== 'object' || !(given as unknown) || !('username' in given)) {
    throw new AuthError('invalid-username');
  }
  return given;
}

/** Completes a sign-in: the user gets attributes, and the page is told. */
async function complete(core: AuthCore, user: CompatUser): Promise<CompatUser> {
  delete user.challengeName;
  Reflect.deleteProperty(user, 'challengeParam');
  core.user = user;
  const current = await currentUserPoolUser(core).catch(() => undefined);
  if (current?.attributes) user.attributes = current.attributes;
  if (current?.preferredMFA) user.preferredMFA = current.preferredMFA;
  core.hub.tell('signIn', user, HUB_MESSAGES.signIn(user.getUsername()));
  return user;
}

/** Calls what answers a challenge, or starts a sign-in. Resolves with the user, signed in or asked the next question. */
async function proceed(
  core: AuthCore,
  user: CompatUser,
  call: (callbacks: Parameters<CompatUser['initiateAuth']>[1]) => void,
): Promise<CompatUser> {
  const session = await answered<CognitoUserSession | undefined>((callbacks) =>
    call({ ...callbacks, ...writeChallenge(user, () => callbacks.onSuccess(undefined)) }),
  );
  return session ? complete(core, user) : user;
}

export async function signIn(core: AuthCore, ...given: SignInArguments): Promise<CompatUser> {
  const pool = await core.open();
  const { username, password, validationData } = credentialsOf(given);
  const user = pool.userOf(required(username, 'empty-username'));
  const details = pool.credentialsOf({
    Username: username,
    ...(password && { Password: password }),
    ValidationData: byName(validationData),
    ClientMetadata: core.metadata(given[2]),
  });
  user.setAuthenticationFlowType(core.config.authenticationFlowType ?? 'USER_SRP_AUTH');
  const start = (callbacks: IAuthenticationCallback) =>
    password ? user.authenticateUser(details, callbacks) : user.initiateAuth(details, callbacks);
  const signingIn = () => telling(core, user, () => proceed(core, user, start));
  return password ? core.oneAtATime(signingIn) : signingIn();
}

/** Tells of a failure too. */
const telling = (core: AuthCore, user: CompatUser, work: () => Promise<CompatUser>): Promise<CompatUser> =>
  core.hub.tellFailure('signIn', HUB_MESSAGES.signIn_failure(user.getUsername()), () => core.hub.whileTelling(work));

export async function confirmSignIn(
  core: AuthCore,
  user: CompatUser,
  code: string,
  mfaType?: string | null,
  clientMetadata?: Metadata,
): Promise<CompatUser> {
  userObject(user);
  required(code, 'empty-code');
  const type = mfaType && isSecondFactor(mfaType) ? SECOND_FACTORS[mfaType] : (mfaType ?? undefined);
  return core.hub.whileTelling(() =>
    proceed(core, user, (callbacks) => user.sendMFACode(code, callbacks, type, core.metadata(clientMetadata))),
  );
}

export async function completeNewPassword(
  core: AuthCore,
  user: CompatUser,
  password: string,
  requiredAttributes: Readonly<Record<string, string>> = {},
  clientMetadata?: Metadata,
): Promise<CompatUser> {
  userObject(user);
  required(password, 'empty-password');
  const metadata = core.metadata(clientMetadata);
  return core.hub.tellFailure('completeNewPassword', HUB_MESSAGES.completeNewPassword_failure(), () =>
    core.hub.whileTelling(() =>
      proceed(core, user, (callbacks) =>
        user.completeNewPasswordChallenge(password, requiredAttributes, callbacks, metadata),
      ),
    ),
  );
}

export async function sendCustomChallengeAnswer(
  core: AuthCore,
  user: CompatUser,
  answer: string,
  clientMetadata?: Metadata,
): Promise<CompatUser> {
  await core.open();
  userObject(user);
  required(answer, 'empty-answer');
  const metadata = core.metadata(clientMetadata);
  return telling(core, user, () =>
    proceed(core, user, (callbacks) => user.sendCustomChallengeAnswer(answer, callbacks, metadata)),
  );
}

export async function setupTOTP(user: CompatUser): Promise<string> {
  userObject(user);
  return new Promise((associateSecretCode, onFailure) =>
    user.associateSoftwareToken({ associateSecretCode, onFailure }),
  );
}

export async function verifyTotpToken(core: AuthCore, user: CompatUser, code: string): Promise<CognitoUserSession> {
  userObject(user);
  const isSignedIn = user.getSignInUserSession()?.isValid() ?? false;
  const result = await core.hub.whileTelling(() =>
    answered<CognitoUserSession>((callbacks) => user.verifySoftwareToken(code, 'My TOTP device', callbacks)),
  );
  if (!isSignedIn) await complete(core, user);
  core.hub.tell('verify', user, HUB_MESSAGES.verify(user.getUsername()));
  return result;
}
