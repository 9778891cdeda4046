import { fixture, html } from '@open-wc/testing';
import { createAuth } from '../../src/auth.js';
import type { Auth, AuthOptions } from '../../src/auth.js';
import type { AuthAuthenticator } from '../../src/elements/auth-authenticator.js';
import type { PageOptions } from '../../src/kit/context/context.js';
import { fakeClient } from '../../src/testing/fake-client.js';
import type { FakeClient, FakeScript } from '../../src/testing/fake-client.js';
import { User } from './user.js';

/** Any pool: the client is scripted, so it is not used. */
export const POOL = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'client' };

/** An authenticator on a scripted client, and its user. */
export interface Stage {
  readonly auth: Auth;
  readonly client: FakeClient;
  readonly element: AuthAuthenticator;
  readonly user: User;
}

/** An `Auth` on a scripted client. */
export function scripted(script: FakeScript = {}, options: AuthOptions = {}): { auth: Auth; client: FakeClient } {
  const client = fakeClient(script);
  return { client, auth: createAuth(POOL, { ...options, client }) };
}

/** Puts an authenticator on the page. `content`: its children. */
export async function stage(
  script: FakeScript = {},
  content: unknown = '',
  { text, ...options }: PageOptions = {},
): Promise<Stage> {
  const { auth, client } = scripted(script, options);
  const element = await fixture<AuthAuthenticator>(
    html`<auth-authenticator .auth=${auth} .text=${text}>${content}</auth-authenticator>`,
  );
  return { auth, client, element, user: new User(element) };
}
