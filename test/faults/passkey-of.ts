import assert from 'node:assert/strict';
import type { UserPoolConfig } from '../../src/config/config.js';
import type { Stage } from '../client/stage.js';
import { granted, post } from '../local-cognito/support/protocol.js';
import type { PasskeyBrowser } from '../support/passkey-browser.js';
import { Visitor } from './visitor.js';

type Options = Parameters<PasskeyBrowser['passkey']['create']>[0];

/** Registers a passkey of a browser for a user with a password. */
export async function registerPasskey(
  stage: Stage,
  pool: Partial<UserPoolConfig> & Pick<UserPoolConfig, 'userPoolId'>,
  { username, password }: { readonly username: string; readonly password: string },
  browser: PasskeyBrowser,
): Promise<void> {
  const client = stage.client({ ...pool, authFlow: 'USER_SRP_AUTH' });
  const owner = { username, email: '', phone: '', passwords: [password], newPassword: '' };
  await new Visitor(stage, client, owner).walk({ name: 'signIn' });
  const { accessToken: AccessToken } = await client.getTokens();
  stage.kept.clear();
  const { endpoint } = stage.cognito;
  const { CredentialCreationOptions } = await granted(post(endpoint, 'StartWebAuthnRegistration', { AccessToken }));
  // Cognito checks it.
  const Credential = browser.passkey.create(CredentialCreationOptions as Options);
  await granted(post(endpoint, 'CompleteWebAuthnRegistration', { AccessToken, Credential }));
  const { users } = stage.cognito.store.pools.find(({ id }) => id === pool.userPoolId)!;
  assert.equal(users.find((user) => user.username === username)?.passkeys.length, 1);
}
