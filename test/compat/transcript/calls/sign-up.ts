import type { Call, Stage } from '../call.js';
import { LINK_POOL, OPEN_POOL, TELLING_POOL } from '../pools.js';
import { otherThan, PASSWORD, WEAK } from './common.js';

const ADDRESS = 'nora@example.com';
const NORA = { username: 'nora', password: PASSWORD, attributes: { email: ADDRESS } };

const signedUp = ({ Auth }: Stage): unknown => Auth.signUp(NORA);
const signedUpWith =
  (more: object) =>
  ({ Auth }: Stage): unknown =>
    Auth.signUp({ ...NORA, ...more });

const signingUp: readonly Call[] = [
  { title: 'signUp with one object', call: ({ Auth }) => Auth.signUp(NORA) },
  {
    title: 'signUp with a name, a password and an address',
    call: ({ Auth }) => Auth.signUp('nora', PASSWORD, ADDRESS),
  },
  {
    title: 'signUp with a name, a password, an address and a number',
    call: ({ Auth }) => Auth.signUp('nora', PASSWORD, ADDRESS, '+15555550123'),
  },
  {
    title: 'signUp with validationData, an object',
    call: ({ Auth }) => Auth.signUp({ ...NORA, validationData: { captcha: 'right' } }),
  },
  {
    title: 'signUp with validationData, an empty list',
    call: ({ Auth }) => Auth.signUp({ ...NORA, validationData: [] }),
  },
  { title: 'signUp without what the pool requires', call: ({ Auth }) => Auth.signUp('nora', PASSWORD) },
  { title: 'signUp with the name of another user', call: ({ Auth }) => Auth.signUp({ ...NORA, username: 'jane' }) },
  { title: 'signUp with a weak password', call: ({ Auth }) => Auth.signUp({ ...NORA, password: WEAK }) },
  { title: 'signUp without argument', call: ({ Auth }) => Auth.signUp() },
  { title: 'signUp with an empty name', call: ({ Auth }) => Auth.signUp({ ...NORA, username: '' }) },
  { title: 'signUp with an empty password', call: ({ Auth }) => Auth.signUp({ ...NORA, password: '' }) },
  { title: 'signUp with a name alone', call: ({ Auth }) => Auth.signUp('nora') },
  {
    title: 'signUp offline',
    given: ({ world }) => world.disconnect(),
    call: ({ Auth }) => Auth.signUp(NORA),
  },
  { title: 'signUp in a pool that needs no code', pool: OPEN_POOL, call: ({ Auth }) => Auth.signUp(NORA) },
  {
    title: 'signUp with autoSignIn in a pool that needs no code',
    pool: OPEN_POOL,
    call: async ({ Auth, heard }) => {
      const signedIn = heard('autoSignIn');
      return [await Auth.signUp({ ...NORA, autoSignIn: { enabled: true } }), await signedIn];
    },
  },
  {
    title: 'signUp with autoSignIn in a pool that sends links',
    pool: LINK_POOL,
    config: { signUpVerificationMethod: 'link' },
    call: async ({ Auth, world, heard }) => {
      const signedIn = heard('autoSignIn');
      const answer = await Auth.signUp({ ...NORA, autoSignIn: { enabled: true } });
      const link = world.cognito.outbox.latest(ADDRESS).link ?? '';
      await fetch(new URL(link, world.cognito.endpoint));
      return [answer, await signedIn];
    },
  },
];

const confirming: readonly Call[] = [
  {
    title: 'confirmSignUp',
    given: signedUp,
    call: ({ Auth, world }) => Auth.confirmSignUp('nora', world.codeFor(ADDRESS)),
  },
  {
    title: 'confirmSignUp with autoSignIn',
    given: signedUpWith({ autoSignIn: { enabled: true } }),
    call: async ({ Auth, world, heard }) => {
      const signedIn = heard('autoSignIn');
      return [await Auth.confirmSignUp('nora', world.codeFor(ADDRESS)), await signedIn];
    },
  },
  {
    title: 'confirmSignUp with a wrong code',
    given: signedUp,
    call: ({ Auth, world }) => Auth.confirmSignUp('nora', otherThan(world.codeFor(ADDRESS))),
  },
  {
    title: 'confirmSignUp a second time',
    given: async (stage) => {
      await signedUp(stage);
      await stage.Auth.confirmSignUp('nora', stage.world.codeFor(ADDRESS));
    },
    call: ({ Auth, world }) => Auth.confirmSignUp('nora', world.codeFor(ADDRESS)),
  },
  { title: 'confirmSignUp of an unknown user', call: ({ Auth }) => Auth.confirmSignUp('nemo', '123456') },
  { title: 'confirmSignUp without a name', call: ({ Auth }) => Auth.confirmSignUp('', '123456') },
  { title: 'confirmSignUp without a code', call: ({ Auth }) => Auth.confirmSignUp('una', '') },
  {
    title: 'confirmSignUp with the address of another user',
    given: signedUpWith({ attributes: { email: 'jane@example.com' } }),
    call: ({ Auth, world }) => Auth.confirmSignUp('nora', world.codeFor('jane@example.com')),
  },
  {
    title: 'confirmSignUp with the address of another user, without forceAliasCreation',
    given: signedUpWith({ attributes: { email: 'jane@example.com' } }),
    call: ({ Auth, world }) =>
      Auth.confirmSignUp('nora', world.codeFor('jane@example.com'), { forceAliasCreation: false }),
  },
];

const resending: readonly Call[] = [
  { title: 'resendSignUp', call: ({ Auth }) => Auth.resendSignUp('una') },
  { title: 'resendSignUp of a confirmed user', call: ({ Auth }) => Auth.resendSignUp('jane') },
  { title: 'resendSignUp of an unknown user', call: ({ Auth }) => Auth.resendSignUp('nemo') },
  {
    title: 'resendSignUp of an unknown user in a pool that tells so',
    pool: TELLING_POOL,
    call: ({ Auth }) => Auth.resendSignUp('nemo'),
  },
  { title: 'resendSignUp without a name', call: ({ Auth }) => Auth.resendSignUp('') },
];

export const SIGN_UP: readonly Call[] = [...signingUp, ...confirming, ...resending];
