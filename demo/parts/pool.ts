import type { AuthConfig } from '../../src/index.js';
import { localCognito } from './local-cognito.js';
import type { LocalPool } from './local-cognito.js';

/** The query parameters of a pool at AWS, named as the attributes of the authenticator. */
export const POOL_PARAMETERS = ['user-pool-id', 'user-pool-client-id', 'user-pool-endpoint', 'auth-flow'] as const;

/** Whether the page uses a pool at AWS instead of a local one. */
export const isRealPool = (): boolean => new URLSearchParams(location.search).has('user-pool-id');

/** The pool of the local Cognito that the page uses, if it uses one. */
export async function localPool(): Promise<LocalPool | undefined> {
  if (isRealPool()) return undefined;
  const { pools } = await localCognito();
  return pools[Number(new URLSearchParams(location.search).get('pool') ?? 0)] ?? pools[0];
}

/** The configuration of the authenticator, where its attributes do not suffice: that of a pool with sign-in pages. */
export async function chosenConfig(): Promise<AuthConfig | undefined> {
  const pool = await localPool();
  if (!pool?.domain) return undefined;
  const { userPoolId, userPoolClientId, domain, providers } = pool;
  // The address is not yet clean when the pages have just returned to it.
  const index = new URLSearchParams(location.search).get('pool');
  const here = `${location.origin}${location.pathname}${index === null ? '' : `?pool=${index}`}`;
  return {
    userPoolId,
    userPoolClientId,
    userPoolEndpoint: (await localCognito()).endpoint,
    oauth: { domain: `http://${domain}`, redirectSignIn: here, redirectSignOut: here },
    ...(providers && { providers }),
  };
}

/** The attributes of the authenticator: for the pool that the query names, else for one of the local Cognito. */
export async function chosenPool(): Promise<Record<string, string>> {
  const pool = await localPool();
  if (!pool) {
    const query = new URLSearchParams(location.search);
    return Object.fromEntries(POOL_PARAMETERS.flatMap((name) => (query.get(name) ? [[name, query.get(name)!]] : [])));
  }
  return {
    'user-pool-id': pool.userPoolId,
    'user-pool-client-id': pool.userPoolClientId,
    'user-pool-endpoint': (await localCognito()).endpoint,
    ...(pool.authFlow && { 'auth-flow': pool.authFlow }),
    ...(pool.verification && { verification: pool.verification }),
  };
}
