import type { Call, Stage } from '../call.js';
import { TELLING_POOL } from '../pools.js';
import { NEW_PASSWORD, otherThan, PASSWORD, signedIn, WEAK, WRONG } from './common.js';

const ADDRESS = 'jane@example.com';

const forgotten = ({ Auth }: Stage): unknown => Auth.forgotPassword('jane');

export const PASSWORDS: readonly Call[] = [
  { title: 'forgotPassword', call: ({ Auth }) => Auth.forgotPassword('jane') },
  { title: 'forgotPassword with an email address', call: ({ Auth }) => Auth.forgotPassword(ADDRESS) },
  { title: 'forgotPassword of an unknown user', call: ({ Auth }) => Auth.forgotPassword('nemo') },
  {
    title: 'forgotPassword of an unknown user in a pool that tells so',
    pool: TELLING_POOL,
    call: ({ Auth }) => Auth.forgotPassword('nemo'),
  },
  { title: 'forgotPassword of an unconfirmed user', call: ({ Auth }) => Auth.forgotPassword('una') },
  {
    title: 'forgotPassword offline',
    given: ({ world }) => world.disconnect(),
    call: ({ Auth }) => Auth.forgotPassword('jane'),
  },
  { title: 'forgotPassword without a name', call: ({ Auth }) => Auth.forgotPassword('') },
  {
    title: 'forgotPasswordSubmit',
    given: forgotten,
    call: ({ Auth, world }) => Auth.forgotPasswordSubmit('jane', world.codeFor(ADDRESS), NEW_PASSWORD),
  },
  {
    title: 'forgotPasswordSubmit, then currentAuthenticatedUser',
    given: async (stage) => {
      await forgotten(stage);
      await stage.Auth.forgotPasswordSubmit('jane', stage.world.codeFor(ADDRESS), NEW_PASSWORD);
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(),
  },
  {
    title: 'forgotPasswordSubmit with a wrong code',
    given: forgotten,
    call: ({ Auth, world }) => Auth.forgotPasswordSubmit('jane', otherThan(world.codeFor(ADDRESS)), NEW_PASSWORD),
  },
  {
    title: 'forgotPasswordSubmit with a weak password',
    given: forgotten,
    call: ({ Auth, world }) => Auth.forgotPasswordSubmit('jane', world.codeFor(ADDRESS), WEAK),
  },
  {
    title: 'forgotPasswordSubmit without a name',
    call: ({ Auth }) => Auth.forgotPasswordSubmit('', '123456', NEW_PASSWORD),
  },
  {
    title: 'forgotPasswordSubmit without a code',
    call: ({ Auth }) => Auth.forgotPasswordSubmit('jane', '', NEW_PASSWORD),
  },
  {
    title: 'forgotPasswordSubmit without a password',
    call: ({ Auth }) => Auth.forgotPasswordSubmit('jane', '123456', ''),
  },
  {
    title: 'changePassword',
    given: signedIn('jane'),
    call: ({ Auth }, user) => Auth.changePassword(user, PASSWORD, NEW_PASSWORD),
  },
  {
    title: 'changePassword with a wrong old one',
    given: signedIn('jane'),
    call: ({ Auth }, user) => Auth.changePassword(user, WRONG, NEW_PASSWORD),
  },
  {
    title: 'changePassword with a weak new one',
    given: signedIn('jane'),
    call: ({ Auth }, user) => Auth.changePassword(user, PASSWORD, WEAK),
  },
  {
    title: 'changePassword of a user who has signed out',
    given: async (stage) => {
      const user = await signedIn('jane')(stage);
      await stage.Auth.signOut();
      return user;
    },
    call: ({ Auth }, user) => Auth.changePassword(user, PASSWORD, NEW_PASSWORD),
  },
  {
    title: 'changePassword of a user object that never signed in',
    call: async ({ Auth }) => Auth.changePassword(await Auth.createCognitoUser('jane'), PASSWORD, NEW_PASSWORD),
  },
];
