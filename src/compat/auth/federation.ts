import type { AwsCredentials } from '../../client/auth-client.js';
import { warnOnce } from '../../misuse.js';
import { inTheirWords } from '../cognito-errors.js';
import type { AuthCore } from '../core.js';
import { getCredentials } from './credentials.js';

/** Who signs a user in, on the pages of the user pool. */
export interface RedirectOptions {
  /** `Google`, `Facebook`, `LoginWithAmazon`, `SignInWithApple`; `COGNITO` for all. */
  readonly provider?: string;
  /** The name of another provider of the user pool. */
  readonly customProvider?: string;
  /** Kept in this tab, and told with `customOAuthState` on the page of the return. */
  readonly customState?: string;
}

/** A token of a provider. */
export interface FederatedResponse {
  readonly token: string;
  /** Needed for identities that a server of the developer authenticates. */
  readonly identity_id?: string;
  /** Since 1970, in seconds or milliseconds. */
  readonly expires_at: number;
}

/** The arguments of `federatedSignIn`. */
export type FederatedSignInArguments =
  | readonly [options?: RedirectOptions]
  | readonly [provider: string, response: FederatedResponse, user?: Readonly<Record<string, unknown>>];

/** How long a token counts without `expires_at`: milliseconds. */
const HOUR = 3_600_000;

export async function federatedSignIn(
  core: AuthCore,
  ...[given, response, user = {}]: FederatedSignInArguments
): Promise<AwsCredentials | undefined> {
  const { identityPoolId, userPoolId } = core.config;
  if (!identityPoolId && !userPoolId)
    throw new Error('Federation requires either a User Pool or Identity Pool in config');
  if (typeof given === 'string') return signInByToken(core, given, response ?? { token: '', expires_at: 0 }, user);
  if (!userPoolId) throw new Error('Federation with Identity Pools requires tokens passed as arguments');
  const { provider, customProvider = provider, customState } = given ?? {};
  const { client } = await core.openClient();
  const isAny = customProvider === undefined || customProvider === 'COGNITO';
  const redirect = client.federate({
    ...(!isAny && { provider: customProvider }),
    ...(customState !== undefined && { customState }),
  });
  await inTheirWords(redirect);
  return undefined;
}

async function signInByToken(
  core: AuthCore,
  provider: string,
  { token, identity_id: identityId, expires_at: expiresAt }: FederatedResponse,
  user: Readonly<Record<string, unknown>>,
): Promise<AwsCredentials> {
  if (!core.config.identityPoolId) throw 'No Cognito Federated Identity pool provided';
  const { client } = await core.openClient();
  if (await client.identity()) warnOnce('Auth.federatedSignIn was called while a user is signed in, who is replaced.');
  const login = { token, expiresAt: expiresAt || Date.now() + HOUR, ...(identityId && { identityId }) };
  return core.hub.whileTelling(async () => {
    await inTheirWords(client.federate({ provider, login, user }));
    await core.becomeFederated();
    return getCredentials(core);
  });
}
