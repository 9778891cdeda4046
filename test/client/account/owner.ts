import type { AccountClient } from '../../../src/client/account-client.js';
import { Secret } from '../../../src/cognito/secret.js';
import type { UserPoolConfig } from '../../../src/config/config.js';
import { expectStep, PASSWORD } from '../../contracts/client.contract.js';
import type { Stage } from '../stage.js';

/** The pool of the seed whose users choose how to sign in. */
export const CHOICE = { userPoolId: 'us-east-1_Example3', userPoolClientId: 'ghi789' } as const;

/** A signed-in user and their account. */
export interface Owner {
  readonly client: ReturnType<Stage['client']>;
  readonly account: AccountClient;
}

/** Signs in a user who needs only a password. */
export async function ownerOf(stage: Stage, username: string, pool: Partial<UserPoolConfig> = {}): Promise<Owner> {
  const client = stage.client(pool);
  expectStep(await client.signIn({ username, password: new Secret(PASSWORD) }), 'done');
  return { client, account: await client.account() };
}
