import type { CognitoUserAttribute, CognitoUserSession, UserData } from 'amazon-cognito-identity-js';
import { required, userObject } from '../auth-errors.js';
import { endsSession } from '../cognito-errors.js';
import type { AuthCore } from '../core.js';
import { federatedUserOf } from '../federated-info.js';
import type { FederatedUser } from '../federated-info.js';
import type { CompatUser } from '../open-pool.js';
import { promised } from '../promised.js';
import { isPoolUser } from '../user-name.js';
import { getCredentials } from './credentials.js';

/** Options of the methods that answer with the current user. */
export interface CurrentUserOptions {
  /** Whether Cognito is asked for the attributes, and for fresh tokens. Default: false. */
  readonly bypassCache?: boolean;
}

/** The scope without which a token may not ask for its user: tokens of the hosted pages may lack it. */
const USER_ADMIN = 'aws.cognito.signin.user.admin';

/** Attributes by name. Whether a contact is verified is true or false. */
export const attributesByName = (
  attributes: readonly Pick<CognitoUserAttribute, 'Name' | 'Value'>[],
): Record<string, string | boolean> =>
  Object.fromEntries(
    attributes.map(({ Name, Value }) => [
      Name,
      /^(email|phone_number)_verified$/.test(Name) ? Value.toLowerCase() === 'true' : Value,
    ]),
  );

/** Fails with what Cognito says. A session that it has ended is forgotten here too. */
async function unlessEnded<Result>(core: AuthCore, request: Promise<Result>): Promise<Result> {
  try {
    return await request;
  } catch (error) {
    if (endsSession(error)) await core.forgetSession();
    throw error;
  }
}

/** A fresh session of a user. */
export async function userSession(core: AuthCore, given: CompatUser | null | undefined): Promise<CognitoUserSession> {
  const user = userObject(given);
  return unlessEnded(
    core,
    promised<CognitoUserSession>((callback) =>
      user.getSession((error, session) => (session ? callback(null, session) : callback(error))),
    ),
  );
}

/** What Cognito knows of a user. */
export async function userDataOf(
  core: AuthCore,
  user: CompatUser,
  options: CurrentUserOptions = {},
): Promise<UserData> {
  userObject(user);
  return unlessEnded(
    core,
    promised<UserData>((callback) => user.getUserData(callback, options)),
  );
}

export async function createCognitoUser(core: AuthCore, username: string): Promise<CompatUser> {
  const pool = await core.open();
  return pool.userOf(required(username, 'empty-username'));
}

export async function currentUserPoolUser(core: AuthCore, options: CurrentUserOptions = {}): Promise<CompatUser> {
  const pool = await core.open();
  const user = await pool.heldUser();
  // Apps compare this text.
  if (!user) throw 'No current user';
  const session = await userSession(core, user);
  // Types say that a token may hold anything.
  const { scope = '' } = session.getAccessToken().decodePayload() as { readonly scope?: string };
  if (!scope.split(' ').includes(USER_ADMIN)) return user;
  try {
    const { UserAttributes, PreferredMfaSetting } = await userDataOf(core, user, options);
    return Object.assign(user, {
      attributes: attributesByName(UserAttributes),
      preferredMFA: PreferredMfaSetting || 'NOMFA',
    });
  } catch (error) {
    if (endsSession(error)) throw error;
    return user;
  }
}

export async function currentAuthenticatedUser(
  core: AuthCore,
  options?: CurrentUserOptions,
): Promise<CompatUser | FederatedUser> {
  await core.filled();
  try {
    const { client } = await core.openClient();
    const identity = await client.identity();
    return (core.user = identity ? federatedUserOf(identity) : await currentUserPoolUser(core, options));
  } catch {
    throw 'The user is not authenticated';
  }
}

export async function currentSession(core: AuthCore): Promise<CognitoUserSession> {
  if (!core.config.userPoolId) throw new Error('No User Pool in the configuration.');
  return userSession(core, await currentUserPoolUser(core));
}

/** What is known of the current user, for display. */
export interface CurrentUserInfo {
  /** Id of the identity, where there is an identity pool. */
  readonly id?: string | undefined;
  readonly username?: string;
  readonly attributes?: Record<string, string | boolean>;
}

export async function currentUserInfo(core: AuthCore): Promise<CurrentUserInfo | FederatedUser | null> {
  await core.filled();
  const found = await currentAuthenticatedUser(core).catch(() => undefined);
  if (!found || !isPoolUser(found)) return found ?? null;
  try {
    const attributes = attributesByName(await userAttributes(core, found));
    const credentials = await getCredentials(core).catch(() => undefined);
    return { id: credentials?.identityId, username: found.getUsername(), attributes };
  } catch {
    return {};
  }
}

export async function userAttributes(core: AuthCore, user: CompatUser): Promise<CognitoUserAttribute[]> {
  await userSession(core, user);
  return promised((callback) => user.getUserAttributes(callback));
}
