import type { Call } from '../call.js';
import { accessToken, signedIn } from './common.js';

const jane = signedIn('jane');

export const SIGN_OUT: readonly Call[] = [
  { title: 'signOut', given: jane, call: ({ Auth }) => Auth.signOut() },
  { title: 'signOut when signed out', call: ({ Auth }) => Auth.signOut() },
  {
    title: 'signOut a second time',
    given: async (stage) => {
      await jane(stage);
      await stage.Auth.signOut();
    },
    call: ({ Auth }) => Auth.signOut(),
  },
  {
    title: 'signOut, then currentAuthenticatedUser',
    given: async (stage) => {
      await jane(stage);
      await stage.Auth.signOut();
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(),
  },
  {
    title: 'signOut offline',
    given: async (stage) => {
      await jane(stage);
      stage.world.disconnect();
    },
    call: ({ Auth }) => Auth.signOut(),
  },
  {
    title: 'signOut offline, then currentAuthenticatedUser',
    given: async (stage) => {
      await jane(stage);
      stage.world.disconnect();
      await stage.Auth.signOut();
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(),
  },
  { title: 'signOut with global', given: jane, call: ({ Auth }) => Auth.signOut({ global: true }) },
  {
    title: 'signOut with global, then currentAuthenticatedUser',
    given: async (stage) => {
      await jane(stage);
      await stage.Auth.signOut({ global: true });
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(),
  },
  { title: 'signOut with global when signed out', call: ({ Auth }) => Auth.signOut({ global: true }) },
  {
    title: 'signOut with global of a user who signed out everywhere, elsewhere',
    given: async (stage) => {
      await jane(stage);
      await stage.world.post('GlobalSignOut', { AccessToken: await accessToken(stage) });
    },
    call: ({ Auth }) => Auth.signOut({ global: true }),
  },
  {
    title: 'signOut with global when it is throttled',
    given: async (stage) => {
      await jane(stage);
      stage.world.refuse('GlobalSignOut', 'TooManyRequestsException', 'Too many requests');
    },
    call: ({ Auth }) => Auth.signOut({ global: true }),
  },
  {
    title: 'signOut with global when it is throttled, then currentAuthenticatedUser',
    given: async (stage) => {
      await jane(stage);
      stage.world.refuse('GlobalSignOut', 'TooManyRequestsException', 'Too many requests');
      await Promise.allSettled([stage.Auth.signOut({ global: true })]);
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(),
  },
  { title: 'deleteUser', given: jane, call: ({ Auth }) => Auth.deleteUser() },
  {
    title: 'deleteUser, then currentAuthenticatedUser',
    given: async (stage) => {
      await jane(stage);
      await stage.Auth.deleteUser();
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(),
  },
  { title: 'deleteUser when signed out', call: ({ Auth }) => Auth.deleteUser() },
  {
    title: 'deleteUser when it is refused',
    given: async (stage) => {
      await jane(stage);
      stage.world.refuse('DeleteUser', 'TooManyRequestsException', 'Too many requests');
    },
    call: ({ Auth }) => Auth.deleteUser(),
  },
];
