import { accountOperations } from './account.js';
import { adminOperations } from './admin.js';
import { deviceOperations } from './devices.js';
import { mfaOperations } from './mfa.js';
import type { Operations } from './operation-types.js';
import { passkeyOperations } from './passkeys.js';
import { signInOperations } from './sign-in.js';
import { signUpOperations } from './sign-up.js';
import { userSessionOperations } from './user-sessions.js';

/** The supported operations of the user pools API. */
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
