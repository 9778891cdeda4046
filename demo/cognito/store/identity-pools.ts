import { AwsCredentials } from './aws-credentials.js';
import type { Pool } from './model.js';
import { OpenIdTokens } from './open-id-tokens.js';
import { issuerOf } from './tokens.js';

/** The kinds of tokens that an identity pool takes, with what is known of each. */
interface LoginSources {
  /** ID tokens of a user pool, for one of these app clients. */
  userPool: { readonly poolId: string; readonly clientIds: readonly string[] };
  /** ID tokens of an issuer (OpenID Connect) for one of these clients. `keys` is where its public keys are. */
  issuer: { readonly issuer: string; readonly keys: URL; readonly clientIds: readonly string[] };
  /** Access tokens of a provider for this client. `userInfo` is where the provider tells whose one is, and for which client. */
  accessToken: { readonly userInfo: URL; readonly clientId: string };
  /** Tokens of GetOpenIdTokenForDeveloperIdentity. The user that they name is an identity. */
  developer: { readonly identityPoolId: string };
}

/** A kind of tokens, or one of several. */
export type LoginSource<Kind extends keyof LoginSources = keyof LoginSources> = {
  [Each in Kind]: { readonly kind: Each } & LoginSources[Each];
}[Kind];

/** A table with a member for each kind. */
export type ForEachSource<Result> = {
  readonly [Kind in keyof LoginSources]: (source: LoginSource<Kind>) => Result;
};

/** A user at a provider, as a token has named one. */
export interface Login {
  /** The key of the provider in `Logins`. */
  readonly provider: string;
  /** The user's id there. */
  readonly subject: string;
  /** For which client of the provider the token was issued. */
  readonly audience: string;
}

/** An identity: a guest, until a login is linked to it. */
export interface Identity {
  readonly id: string;
  /** The linked user of each provider. */
  readonly logins: Map<string, string>;
  /** Whether it has had a login: then it can only be used with one. */
  wasLinked: boolean;
  /** The identity that it has become a part of. */
  mergedInto: Identity | undefined;
}

/** An identity pool. Its region is the part of its id before the colon. */
export interface IdentityPool {
  readonly id: string;
  /** AllowUnauthenticatedIdentities. */
  readonly allowsGuests: boolean;
  /** The names of the roles that its users and its guests get. */
  readonly roles: { readonly authenticated?: string; readonly unauthenticated?: string };
  /** DeveloperProviderName: under which a server of the developer names users. */
  readonly developerProvider: string;
  /** What each key of `Logins` stands for. */
  readonly sources: Map<string, LoginSource>;
  /** By their ids. */
  readonly identities: Map<string, Identity>;
}

/** The key in `Logins` of tokens that the server of a developer has asked for. */
export const COGNITO_IDENTITY = 'cognito-identity.amazonaws.com';

/** The key in `Logins` of an issuer (OpenID Connect). */
export const issuerKey = (issuer: string): string => issuer.replace(/^https?:\/\//, '');

/** The key in `Logins` of a user pool. */
export const userPoolKey = (pool: Pick<Pool, 'id'>): string => issuerKey(issuerOf(pool));

/** The state of the identity pools. */
export class IdentityPools {
  readonly all: readonly IdentityPool[];
  readonly credentials: AwsCredentials;
  readonly openIdTokens: OpenIdTokens;
  /** The providers that do not answer, by their keys in `Logins`. */
  readonly downProviders = new Set<string>();

  constructor(all: readonly IdentityPool[], now: () => number) {
    this.all = all;
    this.credentials = new AwsCredentials(now);
    this.openIdTokens = new OpenIdTokens(now);
  }
}
