import { localCognito } from './local-cognito.js';

/** The query parameters that choose a real pool: the attributes of the authenticator, by the same names. */
export const POOL_PARAMETERS = ['user-pool-id', 'user-pool-client-id', 'user-pool-endpoint', 'auth-flow'] as const;

/** The attributes for the authenticator: a real pool when the query names one, else one of the local Cognito's. */
export async function chosenPool(): Promise<Record<string, string>> {
  const query = new URLSearchParams(location.search);
  if (query.has('user-pool-id')) {
    return Object.fromEntries(POOL_PARAMETERS.flatMap((name) => (query.get(name) ? [[name, query.get(name)!]] : [])));
  }
  const { endpoint, pools } = await localCognito();
  const pool = pools[Number(query.get('pool') ?? 0)] ?? pools[0]!;
  return {
    'user-pool-id': pool.userPoolId,
    'user-pool-client-id': pool.userPoolClientId,
    'user-pool-endpoint': endpoint,
    ...(pool.authFlow && { 'auth-flow': pool.authFlow }),
    ...(pool.verification && { verification: pool.verification }),
  };
}

/** Whether the page shows a pool at AWS instead of the local one. */
export const isRealPool = (): boolean => new URLSearchParams(location.search).has('user-pool-id');
