import type { AccountClient } from '../account-client.js';
import { attributeAccount } from './attributes.js';
import { askAs } from './ask.js';
import type { Owner } from './ask.js';
import { deviceAccount } from './devices.js';
import { factorAccount } from './factors.js';
import { passkeyAccount } from './passkeys.js';
import { sessionAccount } from './sessions.js';

/** Everything that the owner of an account can do with it. */
export function openAccount(owner: Owner): AccountClient {
  const ask = askAs(owner);
  return {
    ...factorAccount(ask),
    ...attributeAccount(ask),
    ...passkeyAccount(ask),
    ...deviceAccount(ask, owner),
    ...sessionAccount(ask, owner),
  };
}
