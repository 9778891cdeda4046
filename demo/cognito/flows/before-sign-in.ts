import type { InitiateAuthRequest } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoException, notAuthorized, userNotFound } from '../exceptions.js';
import type { User } from '../store/model.js';
import type { Store } from '../store/store.js';
import type { Caller } from '../store/user-context.js';
import { createUser, findUser } from '../store/users.js';
import { attributesFor, callTrigger } from '../triggers/call-trigger.js';
import type { Metadata, TriggerEvents } from '../triggers/trigger-events.js';

/** Calls the triggers that run before a sign-in: user migration for an unknown name, then pre authentication. */
export async function beforeSignIn(
  store: Store,
  caller: Caller,
  { AuthParameters = {}, ClientMetadata }: Partial<InitiateAuthRequest>,
): Promise<void> {
  const { USERNAME: name, PASSWORD: password } = AuthParameters;
  if (!name) return;
  const found = findUser(caller.pool, name);
  const metadata = ClientMetadata && { validationData: ClientMetadata };
  const user =
    found ?? (password ? await migrate(store, caller, 'Authentication', name, { password, ...metadata }) : undefined);
  if (!user && caller.client.preventUserExistenceErrors === 'LEGACY') return;
  await callTrigger(caller, 'preAuthentication', {
    source: 'Authentication',
    userName: user?.username ?? name,
    request: { userAttributes: user ? attributesFor(user) : {}, ...(!user && { userNotFound: true }), ...metadata },
    response: {},
  });
}

/** Creates the user that the migration trigger returns. Undefined when there is no trigger, or no such user. */
export async function migrate(
  store: Store,
  caller: Caller,
  source: 'Authentication' | 'ForgotPassword',
  name: string,
  request: TriggerEvents['userMigration']['request'] & { readonly clientMetadata?: Metadata },
): Promise<User | undefined> {
  const { pool, client } = caller;
  const brought = await callTrigger(caller, 'userMigration', { source, userName: name, request, response: {} }).catch(
    (cause: unknown) => {
      if (!(cause instanceof CognitoException)) throw cause;
      throw client.preventUserExistenceErrors === 'LEGACY'
        ? userNotFound(`Exception migrating user in app client ${client.id}`)
        : notAuthorized();
    },
  );
  if (!brought?.userAttributes) return undefined;
  return createUser(pool, {
    username: name,
    password: request.password,
    attributes: new Map(Object.entries(brought.userAttributes).filter(([attribute]) => attribute !== 'username')),
    status: brought.finalUserStatus ?? (request.password ? 'CONFIRMED' : 'RESET_REQUIRED'),
    now: store.now(),
  });
}
