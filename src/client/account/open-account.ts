import type { AccountClient } from '../account-client.js';
import { checkedCalls } from '../input-checks.js';
import type { InputKeys } from '../input-checks.js';
import { attributeAccount } from './attributes.js';
import { askAs } from './account-request.js';
import type { Owner } from './account-request.js';
import { deviceAccount } from './devices.js';
import { factorAccount } from './factors.js';
import { passkeyAccount } from './passkeys.js';
import { sessionAccount } from './sessions.js';

/** What the operations are given. */
const INPUTS: InputKeys<AccountClient> = {
  authFactors: [],
  changePassword: ['previous?', 'proposed'],
  mfaPreference: [],
  setMfaPreference: ['sms?', 'totp?', 'email?', 'passkey?'],
  setUpTotp: [],
  verifyTotp: ['code'],
  attributes: [],
  updateAttributes: ['attributes'],
  deleteAttributes: ['names'],
  sendAttributeCode: ['name'],
  verifyAttribute: ['name', 'code'],
  passkeys: [],
  createPasskey: [],
  deletePasskey: ['credentialId'],
  fetchDevices: [],
  rememberDevice: ['deviceKey?'],
  forgetDevice: ['deviceKey?'],
  sessions: [],
  revokeSession: ['sessionId'],
  deleteUser: [],
};

/** Everything that the owner of an account can do with it. */
export function openAccount(owner: Owner): AccountClient {
  const ask = askAs(owner);
  const account: AccountClient = {
    ...factorAccount(ask),
    ...attributeAccount(ask),
    ...passkeyAccount(ask),
    ...deviceAccount(ask, owner),
    ...sessionAccount(ask, owner),
  };
  return checkedCalls(account, INPUTS);
}
