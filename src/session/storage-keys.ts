import type { AuthConfig } from '../config/config.js';

/** The settings that decide under which keys something is stored. */
export type Place = Pick<AuthConfig, 'userPoolId' | 'userPoolClientId' | 'userPoolEndpoint'>;

/**
 * The keys under which each thing is stored. Each endpoint has keys of its own, so that what was stored for one is never
 * read, sent or removed for another; the address of AWS itself adds nothing to them.
 */
export function keysOf({ userPoolId, userPoolClientId, userPoolEndpoint }: Place) {
  const scoped = (id: string): string => (userPoolEndpoint ? `${id}.${userPoolEndpoint}` : id);
  const client = scoped(userPoolClientId);
  const pool = `auth-elements.${scoped(userPoolId)}`;
  return {
    record: `auth-elements.${client}`,
    pendingStep: `auth-elements.${client}.asked`,
    devices: `${pool}.devices`,
    passkeys: `${pool}.passkeys`,
    reminder: (prompt: string) => `${pool}.later.${prompt}`,
    /**
     * What keys of older libraries begin with. Those do not contain an endpoint, so their tokens are taken for tokens of
     * AWS itself, and are sent nowhere else.
     */
    legacy: `CognitoIdentityServiceProvider.${client}.`,
  };
}
