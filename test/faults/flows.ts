import type { Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import { ACCOUNT_FLOWS } from './account-flows.js';
import type { Flow } from './flow.js';
import { goesAndReturns } from './redirect-of.js';
import type { Visitor } from './visitor.js';

const HOUR = 3_600_000;
const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const APP = { account: { totp: KEY }, habits: { key: KEY } } as const;

const newcomer = ({ client, habits }: Visitor, password?: string): Promise<Step> =>
  client.signUp({
    username: habits.username,
    attributes: { email: habits.email },
    ...(password && { password: new Secret(password) }),
  });

const signedIn = async ({ client }: Visitor): Promise<Step> => {
  await client.getTokens();
  return client.restore();
};

/** Every flow of the client. A test checks that no operation and no method is missing. */
export const FLOWS: Readonly<Record<string, Flow>> = {
  'password by SRP': { pool: 'usual', account: {} },
  'password as it is': { pool: 'usual', account: {}, config: { authFlow: 'USER_PASSWORD_AUTH' } },
  'authenticator app': { pool: 'usual', ...APP },
  'text message': { pool: 'usual', account: { sms: true }, phone: true },
  'mail as second factor': { pool: 'choice', account: { email: true }, config: { authFlow: 'USER_SRP_AUTH' } },
  'choice of second factors': {
    pool: 'choice',
    account: { ...APP.account, sms: true, email: true },
    phone: true,
    habits: { ...APP.habits, mfaType: 'email' },
    config: { authFlow: 'USER_SRP_AUTH' },
  },
  'new password': { pool: 'usual', account: { status: 'FORCE_CHANGE_PASSWORD' } },
  'app set-up': { pool: 'rotating', account: {} },
  'new password, app set-up': {
    pool: 'setup',
    account: { status: 'FORCE_CHANGE_PASSWORD' },
    habits: { mfaType: 'totp' },
  },
  'new password, only app': { pool: 'rotating', account: { status: 'FORCE_CHANGE_PASSWORD' } },
  'mail set-up': { pool: 'setup', account: {}, habits: { mfaType: 'email' } },
  'choice: password': { pool: 'choice', account: {}, habits: { factor: 'password' } },
  'choice: mail': { pool: 'choice', account: {}, habits: { factor: 'email' } },
  'choice: text message': { pool: 'choice', account: {}, phone: true, habits: { factor: 'sms', prefers: true } },
  'choice: passkey': { pool: 'choice', account: {}, passkey: 'registered', habits: { factor: 'passkey' } },
  'choice: the only one': { pool: 'choice', account: {}, habits: { passwords: [] } },
  'choice: password at once': { pool: 'choice', account: {} },
  questions: { pool: 'question', account: {}, habits: { answers: ['6', '4', '5'] } },
  'questions after a password': { pool: 'question', account: {}, config: { authFlow: 'CUSTOM_WITH_SRP' } },
  'sign-up': { pool: 'usual', begin: (visitor) => newcomer(visitor, visitor.habits.passwords[0]) },
  'sign-up without a password': { pool: 'choice', habits: { passwords: [] }, begin: (visitor) => newcomer(visitor) },
  'confirmation later': { pool: 'usual', account: { status: 'UNCONFIRMED' } },
  'confirmation code again': {
    pool: 'usual',
    account: { status: 'UNCONFIRMED' },
    begin: ({ client, habits }) => client.resendSignUpCode(habits),
  },
  'forgotten password': {
    pool: 'usual',
    account: {},
    begin: ({ client, habits }) => client.forgotPassword(habits),
  },
  'app enrolled': { pool: 'usual', account: {}, signedInFor: 0, begin: ({ client }) => client.setUpTotp() },
  refresh: { pool: 'usual', account: {}, signedInFor: 2 * HOUR, begin: signedIn },
  'refresh with rotation': { pool: 'rotating', ...APP, signedInFor: 2 * HOUR, begin: signedIn },
  'refresh as it was': {
    pool: 'usual',
    account: {},
    signedInFor: 2 * HOUR,
    unknown: 'GetTokensFromRefreshToken',
    begin: signedIn,
  },
  'return after hours': { pool: 'usual', account: {}, signedInFor: 2 * HOUR, begin: ({ client }) => client.restore() },
  'passkey offered': {
    pool: 'choice',
    account: {},
    passkey: 'registered',
    habits: { factor: 'passkey', prefers: true },
    comesBack: true,
    begin: ({ client }) => client.offerPasskey(),
  },
  'passkey asked for': { pool: 'choice', account: {}, passkey: 'welcome' },
  'code again': {
    pool: 'usual',
    account: { sms: true },
    phone: true,
    habits: { isForgetful: true },
  },
  'sign-in pages': { pool: 'hosted', account: {}, begin: goesAndReturns },
  'sign-in pages, implicit grant': {
    pool: 'hosted',
    account: {},
    oauth: { responseType: 'token' },
    begin: goesAndReturns,
  },
  ...ACCOUNT_FLOWS,
  'new device': { pool: 'devices', account: { email: true } },
  'trusted device': { pool: 'devices', account: { email: true }, comesBack: true },
  'sign-out': { pool: 'usual', account: {}, signedInFor: 0, begin: ({ client }) => client.signOut({}), goal: 'signIn' },
  'sign-out everywhere': {
    pool: 'usual',
    account: {},
    signedInFor: 0,
    begin: ({ client }) => client.signOut({ global: true }),
    goal: 'signIn',
  },
  'sign-out everywhere after hours': {
    pool: 'usual',
    account: {},
    signedInFor: 2 * HOUR,
    begin: ({ client }) => client.signOut({ global: true }),
    goal: 'signIn',
  },
};
