import assert from 'node:assert/strict';
import * as aws from '@aws-sdk/client-cognito-identity';
import { findUser, IDENTITY_POOLS } from '../../../demo/cognito/index.js';
import { checkedIdentitySdk } from './checked-sdk.js';
import { POOL } from './stage.js';
import type { AppClient, Stage } from './stage.js';

const [WITH_GUESTS, WITHOUT_GUESTS] = IDENTITY_POOLS;
export const GUEST_POOL_ID: string = WITH_GUESTS.id;
export const USER_POOL_ID: string = WITHOUT_GUESTS.id;

/** The key of a user pool in `Logins`. */
export const keyOf = ({ userPoolId }: AppClient): string => `cognito-idp.us-east-1.amazonaws.com/${userPoolId}`;

/** An app that gets credentials by AWS's own client. */
export class IdentityApp {
  readonly #stage: Stage;
  readonly sdk;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.sdk = checkedIdentitySdk(stage.cognito.identityEndpoint);
  }

  /** The ID token of a user who has just signed in, and the access token. */
  async tokensOf(username: string, { userPoolId, clientId } = POOL): Promise<{ id: string; access: string }> {
    const { pools, tokens } = this.#stage.cognito.store;
    const pool = pools.find(({ id }) => id === userPoolId) ?? assert.fail();
    const client = pool.clients.get(clientId) ?? assert.fail();
    const user = findUser(pool, username) ?? assert.fail(`There is no ${username}.`);
    const { IdToken = '', AccessToken = '' } = await tokens.issue({ pool, client, user });
    return { id: IdToken, access: AccessToken };
  }

  /** The logins of a user. */
  async loginsOf(username: string, pool = POOL): Promise<Record<string, string>> {
    return { [keyOf(pool)]: (await this.tokensOf(username, pool)).id };
  }

  async idOf(Logins?: Record<string, string>, IdentityPoolId = GUEST_POOL_ID): Promise<string> {
    const { IdentityId } = await this.sdk.send(new aws.GetIdCommand({ IdentityPoolId, Logins }));
    return IdentityId ?? assert.fail('No id.');
  }

  async credentialsOf(IdentityId: string, Logins?: Record<string, string>) {
    const answer = await this.sdk.send(new aws.GetCredentialsForIdentityCommand({ IdentityId, Logins }));
    const { AccessKeyId = '', SecretKey = '', SessionToken = '', Expiration } = answer.Credentials ?? {};
    return {
      identityId: answer.IdentityId ?? '',
      expiration: Expiration ?? assert.fail('No expiration.'),
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretKey,
      sessionToken: SessionToken,
    };
  }

  /** Sends a request to a control for developers. */
  async control(method: string, path: string, parameters: Readonly<Record<string, string>> = {}): Promise<void> {
    const query = new URLSearchParams(parameters).toString();
    const { ok } = await fetch(new URL(`/__dev/${path}?${query}`, this.#stage.cognito.endpoint), { method });
    assert.ok(ok);
  }
}
