import type { Call } from '../call.js';
import {
  DEVICE_POOL,
  MFA_POOL,
  PASSWORD_AND_QUESTION_POOL,
  QUESTION_POOL,
  TELLING_POOL,
  TWO_FACTORS_POOL,
} from '../pools.js';
import { PASSWORD, signedIn, WRONG } from './common.js';

/** By the flow that a configuration chooses. */
const flows: readonly Call[] = (
  [
    ['USER_SRP_AUTH', undefined],
    ['USER_PASSWORD_AUTH', undefined],
    ['CUSTOM_AUTH', PASSWORD_AND_QUESTION_POOL],
  ] as const
).map(([authenticationFlowType, pool]) => ({
  title: `signIn by ${authenticationFlowType}`,
  config: { authenticationFlowType },
  ...(pool && { pool }),
  call: ({ Auth }) => Auth.signIn(pool ? 'quinn' : 'jane', PASSWORD),
}));

/** Tells an error that is thrown from one that a promise is rejected with. */
const throwing = async (act: () => unknown): Promise<unknown> => {
  let answer: unknown;
  try {
    answer = act();
  } catch (error) {
    throw new Error(`It throws ${String(error)}`, { cause: error });
  }
  return answer;
};

export const SIGN_IN: readonly Call[] = [
  { title: 'signIn with a name and a password', call: ({ Auth }) => Auth.signIn('jane', PASSWORD) },
  {
    title: 'signIn with one object',
    call: ({ Auth }) => Auth.signIn({ username: 'jane', password: PASSWORD }),
  },
  { title: 'signIn with an email address', call: ({ Auth }) => Auth.signIn('jane@example.com', PASSWORD) },
  ...flows,
  { title: 'signIn with a wrong password', call: ({ Auth }) => Auth.signIn('jane', WRONG) },
  {
    title: 'signIn with a wrong password by USER_PASSWORD_AUTH',
    config: { authenticationFlowType: 'USER_PASSWORD_AUTH' },
    call: ({ Auth }) => Auth.signIn('jane', WRONG),
  },
  { title: 'signIn of an unknown user', call: ({ Auth }) => Auth.signIn('nemo', PASSWORD) },
  {
    title: 'signIn of an unknown user in a pool that tells so',
    pool: TELLING_POOL,
    call: ({ Auth }) => Auth.signIn('nemo', PASSWORD),
  },
  { title: 'signIn of an unconfirmed user', call: ({ Auth }) => Auth.signIn('una', PASSWORD) },
  { title: 'signIn of a user who has to reset the password', call: ({ Auth }) => Auth.signIn('rita', PASSWORD) },
  {
    title: 'signIn of a disabled user',
    given: ({ world }) => world.disable('jane'),
    call: ({ Auth }) => Auth.signIn('jane', PASSWORD),
  },
  { title: 'signIn of a user with an authenticator app', call: ({ Auth }) => Auth.signIn('tom', PASSWORD) },
  { title: 'signIn of a user who gets a text message', call: ({ Auth }) => Auth.signIn('sue', PASSWORD) },
  { title: 'signIn with a temporary password', call: ({ Auth }) => Auth.signIn('newbie', 'Temporary-7') },
  {
    title: 'signIn with a temporary password, a required attribute missing',
    call: ({ Auth }) => Auth.signIn('nell', 'Temporary-7'),
  },
  {
    title: 'signIn of a user with a choice of second factors',
    pool: TWO_FACTORS_POOL,
    call: ({ Auth }) => Auth.signIn('fay', PASSWORD),
  },
  {
    title: 'signIn of a user who has to set up an authenticator app',
    pool: MFA_POOL,
    call: ({ Auth }) => Auth.signIn('max@example.com', PASSWORD),
  },
  { title: 'signIn without a password', pool: QUESTION_POOL, call: ({ Auth }) => Auth.signIn('carl') },
  {
    title: 'signIn without a password, one object',
    pool: QUESTION_POOL,
    call: ({ Auth }) => Auth.signIn({ username: 'carl' }),
  },
  { title: 'signIn without a password in a pool without questions', call: ({ Auth }) => Auth.signIn('jane') },
  { title: 'signIn without a name', call: ({ Auth }) => Auth.signIn('', PASSWORD) },
  { title: 'signIn with undefined', call: ({ Auth }) => Auth.signIn(undefined) },
  { title: 'signIn with a number', call: ({ Auth }) => Auth.signIn(7, PASSWORD) },
  { title: 'signIn with an object without a name', call: ({ Auth }) => Auth.signIn({ password: PASSWORD }) },
  {
    title: 'signIn while another one is pending',
    call: async ({ Auth }) => {
      const first = Auth.signIn('jane', PASSWORD);
      const second = await Promise.allSettled([throwing(() => Auth.signIn('jane', PASSWORD))]);
      return [...second, ...(await Promise.allSettled([first]))];
    },
  },
  {
    title: 'signIn of another user while one is signed in',
    given: signedIn('jane'),
    call: ({ Auth }) => Auth.signIn('vera', PASSWORD),
  },
  {
    title: 'signIn offline',
    given: ({ world }) => world.disconnect(),
    call: ({ Auth }) => Auth.signIn('jane', PASSWORD),
  },
  {
    title: 'signIn on a remembered device',
    pool: DEVICE_POOL,
    given: async ({ Auth }) => {
      await Auth.signIn('dan', PASSWORD);
      await Auth.rememberDevice();
      await Auth.signOut();
    },
    call: ({ Auth }) => Auth.signIn('dan', PASSWORD),
  },
  {
    title: 'signIn when GetUser is throttled',
    given: ({ world }) => world.refuse('GetUser', 'TooManyRequestsException', 'Too many requests'),
    call: ({ Auth }) => Auth.signIn('jane', PASSWORD),
  },
  {
    title: 'signIn after a wrong password',
    given: ({ Auth }) => Promise.allSettled([Auth.signIn('jane', WRONG)]),
    call: ({ Auth }) => Auth.signIn('jane', PASSWORD),
  },
];
