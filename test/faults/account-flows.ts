import type { AccountClient } from '../../src/client/account-client.js';
import type { Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import type { Flow } from './flow.js';
import type { Visitor } from './visitor.js';

/** An operation of a user on their account. They stay signed in, unless it deletes the account. */
const withAccount =
  (work: (account: AccountClient, visitor: Visitor) => Promise<unknown>) =>
  async (visitor: Visitor): Promise<Step> => {
    await work(await visitor.client.account(), visitor);
    return visitor.client.restore();
  };

const USUAL = { pool: 'usual', account: {}, signedInFor: 0 } as const;

/** The operations of signed-in users on their accounts. */
export const ACCOUNT_FLOWS: Readonly<Record<string, Flow>> = {
  'passkey made': {
    pool: 'choice',
    account: {},
    passkey: 'possible',
    signedInFor: 0,
    begin: withAccount((account) => account.createPasskey()),
  },
  'passkey taken away': {
    pool: 'choice',
    account: {},
    passkey: 'registered',
    signedInFor: 0,
    begin: withAccount(async (account) => {
      for (const { credentialId } of await account.passkeys()) await account.deletePasskey({ credentialId });
    }),
  },
  'password changed': {
    ...USUAL,
    begin: withAccount((account, { habits, trust }) => {
      trust(habits.newPassword);
      const [previous = ''] = habits.passwords;
      return account.changePassword({ previous: new Secret(previous), proposed: new Secret(habits.newPassword) });
    }),
  },
  'attributes read': { ...USUAL, begin: withAccount((account) => account.attributes()) },
  'address changed': {
    ...USUAL,
    begin: withAccount(async (account, { habits, mail }) => {
      await account.updateAttributes({ attributes: { email: habits.email, given_name: 'Ada' } });
      await account.sendAttributeCode({ name: 'email' });
      await account.verifyAttribute({ name: 'email', code: mail() });
    }),
  },
  'attribute deleted': {
    ...USUAL,
    begin: withAccount((account) => account.deleteAttributes({ names: ['given_name'] })),
  },
  'device forgotten': {
    pool: 'devices',
    account: {},
    signedInFor: 0,
    begin: withAccount(async (account) => {
      for (const { deviceKey } of await account.fetchDevices()) await account.forgetDevice({ deviceKey });
    }),
  },
  'other session ended': {
    ...USUAL,
    pool: 'choice',
    elsewhere: true,
    begin: withAccount(async (account) => {
      for (const { sessionId, isCurrent } of await account.sessions()) {
        if (!isCurrent) await account.revokeSession({ sessionId });
      }
    }),
  },
  'account deleted': {
    ...USUAL,
    begin: withAccount((account) => account.deleteUser()),
    goal: 'signIn',
    staysIn: true,
  },
};
