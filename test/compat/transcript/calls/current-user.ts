import type { Call } from '../call.js';
import { accessToken, PASSWORD, signedIn } from './common.js';
import { DAY, HOUR, IDENTITY_POOL } from '../world.js';

const METHODS_OF_ONE = [
  'currentAuthenticatedUser',
  'currentUserPoolUser',
  'currentSession',
  'currentUserInfo',
] as const;

/** Who is signed in, as the methods that tell it. */
const states: readonly Call[] = METHODS_OF_ONE.flatMap((method): Call[] => [
  { title: `${method} when signed out`, call: ({ Auth }) => Auth[method]() },
  { title: `${method} of a user who is signed in`, given: signedIn('jane'), call: ({ Auth }) => Auth[method]() },
  {
    title: `${method} when the tokens have expired`,
    given: async (stage) => {
      await signedIn('jane')(stage);
      stage.world.pass(2 * HOUR);
    },
    call: ({ Auth }) => Auth[method](),
  },
  {
    title: `${method} when the refresh token has expired`,
    given: async (stage) => {
      await signedIn('jane')(stage);
      stage.world.pass(31 * DAY);
    },
    call: ({ Auth }) => Auth[method](),
  },
]);

const bypass = { bypassCache: true };

export const CURRENT_USER: readonly Call[] = [
  ...states,
  {
    title: 'currentAuthenticatedUser with bypassCache when signed out',
    call: ({ Auth }) => Auth.currentAuthenticatedUser(bypass),
  },
  {
    title: 'currentAuthenticatedUser after attributes have changed elsewhere',
    given: async (stage) => {
      await signedIn('jane')(stage);
      stage.world.change('jane', 'given_name', 'Janet');
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(),
  },
  {
    title: 'currentAuthenticatedUser with bypassCache after attributes have changed elsewhere',
    given: async (stage) => {
      await signedIn('jane')(stage);
      stage.world.change('jane', 'given_name', 'Janet');
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(bypass),
  },
  {
    title: 'currentAuthenticatedUser with bypassCache of a deleted user',
    given: async (stage) => {
      await signedIn('jane')(stage);
      stage.world.remove('jane');
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(bypass),
  },
  {
    title: 'currentAuthenticatedUser with bypassCache of a disabled user',
    given: async (stage) => {
      await signedIn('jane')(stage);
      stage.world.disable('jane');
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(bypass),
  },
  {
    title: 'currentUserPoolUser with bypassCache of a user who signed out everywhere, elsewhere',
    given: async (stage) => {
      await signedIn('jane')(stage);
      await stage.world.post('GlobalSignOut', { AccessToken: await accessToken(stage) });
    },
    call: ({ Auth }) => Auth.currentUserPoolUser(bypass),
  },
  {
    title: 'currentAuthenticatedUser with bypassCache when GetUser is throttled',
    given: async (stage) => {
      await signedIn('jane')(stage);
      stage.world.refuse('GetUser', 'TooManyRequestsException', 'Too many requests');
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(bypass),
  },
  {
    title: 'currentUserInfo when GetUser is throttled',
    given: async (stage) => {
      await signedIn('jane')(stage);
      stage.world.refuse('GetUser', 'TooManyRequestsException', 'Too many requests');
    },
    call: ({ Auth }) => Auth.currentUserInfo(),
  },
  {
    title: 'currentUserInfo with an identity pool',
    config: { identityPoolId: IDENTITY_POOL },
    given: signedIn('jane'),
    call: ({ Auth }) => Auth.currentUserInfo(),
  },
  {
    title: 'currentSession offline',
    given: async (stage) => {
      await signedIn('jane')(stage);
      stage.world.disconnect();
    },
    call: ({ Auth }) => Auth.currentSession(),
  },
  {
    title: 'currentSession offline when the tokens have expired',
    given: async (stage) => {
      await signedIn('jane')(stage);
      stage.world.pass(2 * HOUR);
      stage.world.disconnect();
    },
    call: ({ Auth }) => Auth.currentSession(),
  },
  {
    title: 'currentSession of a user who is online again',
    given: async (stage) => {
      await signedIn('jane')(stage);
      stage.world.pass(2 * HOUR);
      stage.world.disconnect();
      await Promise.allSettled([stage.Auth.currentSession()]);
      stage.world.connect();
    },
    call: ({ Auth }) => Auth.currentSession(),
  },
  {
    title: 'currentAuthenticatedUser with bypassCache offline',
    given: async (stage) => {
      await signedIn('jane')(stage);
      stage.world.disconnect();
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(bypass),
  },
  { title: 'userSession of a user', given: signedIn('jane'), call: ({ Auth }, user) => Auth.userSession(user) },
  { title: 'userSession without a user', given: signedIn('jane'), call: ({ Auth }) => Auth.userSession(undefined) },
  {
    title: 'userSession of a user who has signed out',
    given: async (stage) => {
      const user = await signedIn('jane')(stage);
      await stage.Auth.signOut();
      return user;
    },
    call: ({ Auth }, user) => Auth.userSession(user),
  },
  {
    title: 'userSession of a user object made by createCognitoUser',
    given: signedIn('jane'),
    call: async ({ Auth }) => Auth.userSession(await Auth.createCognitoUser('jane')),
  },
  { title: 'createCognitoUser', call: ({ Auth }) => Auth.createCognitoUser('jane') },
  {
    title: 'currentSession twice at once when the tokens have expired',
    given: async (stage) => {
      await signedIn('jane')(stage);
      stage.world.pass(2 * HOUR);
    },
    call: ({ Auth }) => Promise.all([Auth.currentSession(), Auth.currentSession()]),
  },
  {
    title: 'currentSession after another user has signed in',
    given: async ({ Auth }) => {
      await Auth.signIn('jane', PASSWORD);
      await Auth.signIn('vera', PASSWORD);
    },
    call: ({ Auth }) => Auth.currentSession(),
  },
];
