import { deleteUser } from '../../cognito/account/account.js';
import { listUserSessions, revokeUserSession } from '../../cognito/account/user-sessions.js';
import { abortable } from '../../cognito/abortable.js';
import type { SessionAccount } from '../account-client.js';
import type { AccountRequest, Owner } from './account-request.js';

/** The sessions of an account, and its deletion. */
export const sessionAccount = (request: AccountRequest, { sub, devices, signOut }: Owner): SessionAccount => ({
  sessions: (options) => request(listUserSessions, options),

  revokeSession: ({ sessionId, linked = false, ...options }) =>
    request((post) => revokeUserSession(post, sessionId, linked), options),

  deleteUser({ signal } = {}) {
    const deleted = request(async (post) => {
      await deleteUser(post);
      const here = await devices.find(sub);
      if (here) await devices.forget(here.key);
      await signOut();
    });
    // A deletion cannot be undone: on abort, the user is signed out all the same.
    return abortable(deleted, signal);
  },
});
