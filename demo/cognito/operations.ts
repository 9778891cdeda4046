import { accountOperations } from './operations/account.js';
import { adminOperations } from './operations/admin.js';
import { deviceOperations } from './operations/devices.js';
import { mfaOperations } from './operations/mfa.js';
import { passkeyOperations } from './operations/passkeys.js';
import { signInOperations } from './operations/sign-in.js';
import { signUpOperations } from './operations/sign-up.js';
import { userSessionOperations } from './operations/user-sessions.js';
import type { Operations } from './shapes.js';

/** The operations of the user pools API that are there. */
export const operations: Operations = {
  ...signUpOperations,
  ...signInOperations,
  ...mfaOperations,
  ...accountOperations,
  ...deviceOperations,
  ...passkeyOperations,
  ...userSessionOperations,
  ...adminOperations,
};
