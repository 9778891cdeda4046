import type { AuthConfig } from '../config/config.js';

type Place = Pick<AuthConfig, 'userPoolEndpoint'>;

/**
 * An id, as it stands in the keys for an endpoint. Each endpoint has keys of its own, so what was kept for one is never
 * read, sent or removed for another. Cognito's own address adds nothing to them.
 */
export const scoped = (id: string, { userPoolEndpoint: endpoint }: Place): string =>
  endpoint ? `${id}.${endpoint}` : id;

/**
 * Where the session of a client is kept in its store, what was asked, and what older libraries begin their keys with. Those
 * do not note an endpoint, so their tokens count as those of Cognito's own address, and are sent nowhere else.
 */
export const keysOf = (client: Place & Pick<AuthConfig, 'userPoolClientId'>) => {
  const id = scoped(client.userPoolClientId, client);
  return {
    record: `auth-elements.${id}`,
    asked: `auth-elements.${id}.asked`,
    legacy: `CognitoIdentityServiceProvider.${id}.`,
  };
};
