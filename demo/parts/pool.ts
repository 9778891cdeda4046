import { localCognito } from './local-cognito.js';
import type { LocalPool } from './local-cognito.js';

/** The query parameters that choose a real pool: the attributes of the authenticator, by the same names. */
export const POOL_PARAMETERS = ['user-pool-id', 'user-pool-client-id', 'user-pool-endpoint', 'auth-flow'] as const;

/** Whether the page shows a pool at AWS instead of the local one. */
export const isRealPool = (): boolean => new URLSearchParams(location.search).has('user-pool-id');

/** The pool of the local Cognito that the page shows, if it does. */
export async function localPool(): Promise<LocalPool | undefined> {
  if (isRealPool()) return undefined;
  const { pools } = await localCognito();
  return pools[Number(new URLSearchParams(location.search).get('pool') ?? 0)] ?? pools[0];
}

/** The attributes for the authenticator: a real pool when the query names one, else one of the local Cognito's. */
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
