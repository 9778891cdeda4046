import { decodeJwt } from 'jose';
import type { LocalCognito, LocalPool } from '../parts/local-cognito.js';
import { shown } from './shown.js';
import type { Given } from './steps.js';

/** Where a line of output comes from: the function that was called, or what it tells about. */
export type Tell = (source: string, text: string) => void;

/** What the page knows when a sample begins. */
export interface Situation {
  readonly cognito: LocalCognito;
  /** The pool of the guides. */
  readonly pool: LocalPool;
  /** An ID token of the pool, which stands for that of a provider. */
  readonly token: string;
  readonly tell: Tell;
}

const HOUR = 3_600_000;
const PERSON = { name: 'Gina', email: 'gina@example.com' };

/** The name of a user pool as a provider of identity pools. */
const providerOf = (pool: LocalPool): string => `cognito-idp.us-east-1.amazonaws.com/${pool.userPoolId}`;

/** A storage in memory, as the guides describe it. */
function memory() {
  const kept = new Map<string, string>();
  const MyStorage = class {
    getItem = (key: string) => kept.get(key);
    setItem = (key: string, value: string) => void kept.set(key, value);
    removeItem = (key: string) => void kept.delete(key);
    clear = () => kept.clear();
  };
  return { kept, MyStorage, synced: () => Promise.resolve() };
}

/** AWS.config of the AWS SDK, version 2, with credentials that always need a refresh. */
const sdk = () => {
  const credentials = { params: { Logins: {} }, needsRefresh: () => true, refresh: (done: () => void) => done() };
  return { config: { credentials } };
};

/** What samples leave open and is no field, but for `Auth` and its user. */
export async function givenFor(situation: Situation): Promise<Record<Exclude<Given, 'Auth' | 'user'>, unknown>> {
  const { cognito, pool, token, tell } = situation;
  const domain = providerOf(pool);
  return {
    ...memory(),
    userPoolId: pool.userPoolId,
    clientId: pool.userPoolClientId,
    identityPoolId: cognito.identityPoolId,
    window: { location: { assign: (url: string) => tell('window.location.assign', url) } },
    alert: (value: unknown) => tell('alert', shown(value)),
    AWS: sdk(),
    AmazonCognitoIdentity: await import('amazon-cognito-identity-js'),
    refresh_token: undefined,
    getFromProvider: () => ({ token, domainOrProviderName: domain, expiresIn: 3600, user: PERSON }),
    getFromAuth0: () => ({ idToken: token, domain, ...PERSON, phoneNumber: '+12128601234' }),
    decodeJWTToken: decodeJwt,
    domain,
    token,
    expires_at: Date.now() + HOUR,
    identity_id: undefined,
    validationData: { team: '1' },
  };
}

/** The modules of the app, and of others, that samples import. */
export function modulesFor({ pool, tell }: Situation): Readonly<Record<string, object>> {
  const exports = {
    aws_project_region: 'us-east-1',
    aws_cognito_region: 'us-east-1',
    aws_user_pools_id: pool.userPoolId,
    aws_user_pools_web_client_id: pool.userPoolClientId,
  };
  const Route53 = function (options: unknown): void {
    tell('Route53', shown(options));
  };
  return { './aws-exports': { default: exports }, 'aws-sdk/clients/route53': { default: Route53 } };
}
