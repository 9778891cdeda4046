import type { AccountClient } from '../account-client.js';
import { checked, oneOf, optional, secret, text, textByName } from '../input-checks.js';
import type { CallChecks } from '../input-checks.js';
import { createAccountRequest } from './account-request.js';
import type { Owner } from './account-request.js';
import { attributeAccount } from './attributes.js';
import { deviceAccount } from './devices.js';
import { factorAccount } from './factors.js';
import { passkeyAccount } from './passkeys.js';
import { sessionAccount } from './sessions.js';

const contact = oneOf('email', 'phone_number');
const state = optional(oneOf('disabled', 'enabled', 'preferred'));

const names = {
  expected: 'names of attributes',
  test: (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(text.test),
};

/** What the input of each operation has to be. */
const INPUTS: CallChecks<AccountClient> = {
  authFactors: {},
  changePassword: { previous: optional(secret), proposed: secret },
  mfaPreference: {},
  setMfaPreference: { sms: state, totp: state, email: state, passkey: optional(oneOf('disabled', 'enabled')) },
  setUpTotp: {},
  verifyTotp: { code: secret },
  attributes: {},
  updateAttributes: { attributes: textByName },
  deleteAttributes: { names },
  sendAttributeCode: { name: contact },
  verifyAttribute: { name: contact, code: secret },
  passkeys: {},
  createPasskey: {},
  deletePasskey: { credentialId: text },
  fetchDevices: {},
  rememberDevice: { deviceKey: optional(text) },
  forgetDevice: { deviceKey: optional(text) },
  sessions: {},
  revokeSession: { sessionId: text },
  deleteUser: {},
};

/** Everything that the owner of an account can do with it. */
export function openAccount(owner: Owner): AccountClient {
  const request = createAccountRequest(owner);
  const account: AccountClient = {
    ...factorAccount(request),
    ...attributeAccount(request),
    ...passkeyAccount(request),
    ...deviceAccount(request, owner),
    ...sessionAccount(request, owner),
  };
  // The table has the names of the operations.
  const operations = Object.keys(INPUTS) as (keyof AccountClient)[];
  const calls: unknown = Object.fromEntries(
    operations.map((name) => [name, checked((input: never): Promise<unknown> => account[name](input), INPUTS[name])]),
  );
  // Each by its own name.
  return calls as AccountClient;
}
