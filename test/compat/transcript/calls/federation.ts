import type { Call, Stage } from '../call.js';
import type { CognitoTokens } from '../subject.js';
import { IDENTITY_POOL } from '../world.js';
import { signedIn } from './common.js';

const jane = signedIn('jane');
const withIdentityPool = { identityPoolId: IDENTITY_POOL };
/** The user pool, as a provider that an identity pool knows. */
const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Example1';
const YEAR_3000 = Date.UTC(3000, 0);

/** An ID token of Jane, who is not signed in any more. */
async function token(stage: Stage): Promise<string> {
  await jane(stage);
  const session = (await stage.Auth.currentSession()) as CognitoTokens;
  // Local sign-out revokes it as an access token only: an identity pool checks signature and expiry.
  const idToken = session.getIdToken().getJwtToken();
  await stage.Auth.signOut();
  return idToken;
}

const credentials: readonly Call[] = (['currentCredentials', 'currentUserCredentials'] as const).flatMap(
  (method) =>
    [
      { title: `${method} without an identity pool`, call: ({ Auth }) => Auth[method]() },
      {
        title: `${method} without an identity pool, signed in`,
        given: jane,
        call: ({ Auth }) => Auth[method](),
      },
      { title: `${method} of a guest`, config: withIdentityPool, call: ({ Auth }) => Auth[method]() },
      {
        title: `${method} of a guest where signing in is mandatory`,
        config: { ...withIdentityPool, mandatorySignIn: true },
        call: ({ Auth }) => Auth[method](),
      },
      {
        title: `${method} of a user who is signed in`,
        config: withIdentityPool,
        given: jane,
        call: ({ Auth }) => Auth[method](),
      },
    ] satisfies Call[],
);

const federating: readonly Call[] = [
  {
    title: 'federatedSignIn without argument, with an identity pool alone',
    pool: null,
    call: ({ Auth, world }) => {
      Auth.configure({ region: 'us-east-1', storage: world.storage, ...withIdentityPool });
      return Auth.federatedSignIn();
    },
  },
  {
    title: 'federatedSignIn with a token, without an identity pool',
    call: ({ Auth }) => Auth.federatedSignIn('google', { token: 'a token', expires_at: YEAR_3000 }, { name: 'Gina' }),
  },
  {
    title: 'federatedSignIn with a provider that the identity pool does not know',
    config: withIdentityPool,
    call: ({ Auth }) =>
      Auth.federatedSignIn('login.unknown.example', { token: 'a token', expires_at: YEAR_3000 }, { name: 'Gina' }),
  },
  {
    title: 'federatedSignIn with a token that is none',
    config: withIdentityPool,
    call: ({ Auth }) => Auth.federatedSignIn(USER_POOL, { token: 'a token', expires_at: YEAR_3000 }, { name: 'Gina' }),
  },
  {
    title: 'federatedSignIn with a token',
    config: withIdentityPool,
    given: token,
    call: ({ Auth }, given) =>
      Auth.federatedSignIn(
        USER_POOL,
        { token: given, expires_at: YEAR_3000 },
        { name: 'Jane', email: 'j@example.com' },
      ),
  },
  {
    title: 'federatedSignIn with a token and a username',
    config: withIdentityPool,
    given: token,
    call: ({ Auth }, given) =>
      Auth.federatedSignIn(USER_POOL, { token: given, expires_at: YEAR_3000 }, { username: 'janedoe' }),
  },
  ...(['currentAuthenticatedUser', 'currentUserPoolUser', 'currentSession', 'currentUserInfo', 'signOut'] as const).map(
    (method): Call => ({
      title: `${method} of a federated identity`,
      config: withIdentityPool,
      given: async (stage) => {
        const user = { name: 'Jane', email: 'j@example.com' };
        await stage.Auth.federatedSignIn(USER_POOL, { token: await token(stage), expires_at: YEAR_3000 }, user);
      },
      call: ({ Auth }) => Auth[method](),
    }),
  ),
  {
    title: 'essentialCredentials',
    call: ({ Auth }) =>
      Auth.essentialCredentials({
        accessKeyId: 'a',
        secretAccessKey: 'b',
        sessionToken: 'c',
        identityId: 'd',
        authenticated: true,
        expiration: new Date(),
        more: 'left out',
      }),
  },
];

export const FEDERATION: readonly Call[] = [...credentials, ...federating];
