import { deleteUser } from '../../cognito/account/account.js';
import { listUserSessions, revokeUserSession } from '../../cognito/account/user-sessions.js';
import { abortable } from '../abortable.js';
import type { SessionAccount } from '../account-client.js';
import type { Ask, Owner } from './account-request.js';

/** Where the owner of an account is signed in, and how all of that ends. */
export const sessionAccount = (ask: Ask, { sub, devices, signOut }: Owner): SessionAccount => ({
  sessions: (options) => ask(listUserSessions, options),

  revokeSession: ({ sessionId, linked = false, ...options }) =>
    ask((post) => revokeUserSession(post, sessionId, linked), options),

  deleteUser({ signal } = {}) {
    const deleted = ask(async (post) => {
      await deleteUser(post);
      const here = await devices.find(sub);
      if (here) await devices.forget(here.key);
      await signOut();
    });
    // There is no way back: who does not want to wait is signed out all the same.
    return abortable(deleted, signal);
  },
});
