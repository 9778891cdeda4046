import type * as Identity from '@aws-sdk/client-cognito-identity';
import { invalidIdentityPoolConfiguration, invalidParameter, notAuthorized, resourceNotFound } from '../exceptions.js';
import { required } from '../flows/required.js';
import { COGNITO_IDENTITY } from '../store/identity-pools.js';
import type { Identity as PoolIdentity, IdentityPool, Login } from '../store/identity-pools.js';
import type { Store } from '../store/store.js';
import { resolveIdentity, unlink } from './identities.js';
import { verifiedLogins } from './logins.js';

/** Request and response of each operation, in the types of AWS's own client. */
interface OperationTypes {
  GetId: [Identity.GetIdInput, Identity.GetIdResponse];
  GetCredentialsForIdentity: [Identity.GetCredentialsForIdentityInput, Identity.GetCredentialsForIdentityResponse];
  GetOpenIdToken: [Identity.GetOpenIdTokenInput, Identity.GetOpenIdTokenResponse];
  GetOpenIdTokenForDeveloperIdentity: [
    Identity.GetOpenIdTokenForDeveloperIdentityInput,
    Identity.GetOpenIdTokenForDeveloperIdentityResponse,
  ];
  UnlinkIdentity: [Identity.UnlinkIdentityInput, object];
}

/** The implementation of each operation. Any member of a request may be missing. */
export type IdentityOperations = {
  readonly [Name in keyof OperationTypes]: (
    store: Store,
    request: Partial<OperationTypes[Name][0]>,
  ) => Promise<OperationTypes[Name][1]>;
};

/** How long a token of GetOpenIdToken is valid, and one for a developer's server by default and at most. In seconds. */
const [TOKEN, DEVELOPER_TOKEN, LONGEST] = [600, 900, 86_400];

function poolOf({ identityPools }: Store, poolId: string | undefined): IdentityPool {
  const id = required(poolId, 'identityPoolId');
  const pool = identityPools.all.find((one) => one.id === id);
  if (!pool) throw resourceNotFound(`IdentityPool '${id}' not found.`);
  return pool;
}

/** The identity of a request, with the logins that it has. */
async function identityOf(
  store: Store,
  { IdentityId, Logins = {} }: Pick<Partial<Identity.GetOpenIdTokenInput>, 'IdentityId' | 'Logins'>,
): Promise<{ readonly pool: IdentityPool; readonly identity: PoolIdentity; readonly logins: readonly Login[] }> {
  const id = required(IdentityId, 'identityId');
  const pool = store.identityPools.all.find(({ identities }) => identities.has(id));
  if (!pool) throw resourceNotFound(`Identity '${id}' not found.`);
  const logins = await verifiedLogins(store, pool, Logins);
  return { pool, identity: resolveIdentity(pool, id, logins), logins };
}

/** The claim `amr` for these logins. */
const methodsOf = (logins: readonly Login[]): readonly string[] =>
  logins.length === 0
    ? ['unauthenticated']
    : ['authenticated', ...logins.flatMap(({ provider, audience }) => [provider, `${provider}:${audience}`])];

/** The supported operations of the identity pools API. */
export const identityOperations: IdentityOperations = {
  GetId: async (store, { IdentityPoolId, Logins = {} }) => {
    const pool = poolOf(store, IdentityPoolId);
    if (Object.hasOwn(Logins, COGNITO_IDENTITY)) {
      throw invalidParameter('GetId cannot be used with logins of developer authenticated identities.');
    }
    return { IdentityId: resolveIdentity(pool, undefined, await verifiedLogins(store, pool, Logins)).id };
  },

  GetCredentialsForIdentity: async (store, request) => {
    if (request.CustomRoleArn !== undefined) throw invalidParameter('CustomRoleArn is not supported here.');
    const { pool, identity, logins } = await identityOf(store, request);
    const role = logins.length > 0 ? pool.roles.authenticated : pool.roles.unauthenticated;
    if (role === undefined) throw invalidIdentityPoolConfiguration();
    const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = store.identityPools.credentials.issue(role);
    const Credentials = {
      AccessKeyId: accessKeyId,
      SecretKey: secretAccessKey,
      SessionToken: sessionToken,
      Expiration: new Date(expiresAt),
    };
    return { IdentityId: identity.id, Credentials };
  },

  GetOpenIdToken: async (store, request) => {
    const { pool, identity, logins } = await identityOf(store, request);
    const Token = await store.identityPools.openIdTokens.sign(pool.id, identity.id, methodsOf(logins), TOKEN);
    return { IdentityId: identity.id, Token };
  },

  // At AWS, a server signs this request with its own credentials. Here any program on this machine may send it.
  GetOpenIdTokenForDeveloperIdentity: async (store, { IdentityPoolId, IdentityId, Logins = {}, TokenDuration }) => {
    const pool = poolOf(store, IdentityPoolId);
    const provider = pool.developerProvider;
    const { [provider]: subject, ...others } = Logins;
    if (!subject) throw notAuthorized('The logins have no user of the developer provider of this identity pool.');
    const seconds = TokenDuration ?? DEVELOPER_TOKEN;
    if (!(seconds >= 1 && seconds <= LONGEST)) throw invalidParameter('TokenDuration must be 1 to 86400 seconds.');
    const login: Login = { provider, subject, audience: subject };
    const logins = [login, ...(await verifiedLogins(store, pool, others))];
    const { id } = resolveIdentity(pool, IdentityId, logins);
    return {
      IdentityId: id,
      Token: await store.identityPools.openIdTokens.sign(pool.id, id, methodsOf(logins), seconds),
    };
  },

  UnlinkIdentity: async (store, request) => {
    const { identity, logins } = await identityOf(store, request);
    if (logins.length === 0) throw notAuthorized(`Access to Identity '${identity.id}' is forbidden.`);
    unlink(identity, request.LoginsToRemove ?? []);
    return {};
  },
};
