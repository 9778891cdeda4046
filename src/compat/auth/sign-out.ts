import { inWordsOfCognito } from '../cognito-errors.js';
import type { AuthCore } from '../core.js';
import { HUB_MESSAGES } from '../hub-messages.js';
import { promised } from '../promised.js';
import { userSession } from './session.js';

/** Options of `signOut`. */
export interface SignOutOptions {
  /** Whether all sessions of the user end, on every device. Default: false. */
  readonly global?: boolean;
}

/** Tells that a user is signed out. */
const tellSignOut = (core: AuthCore, user: AuthCore['user']) => core.hub.tell('signOut', user, HUB_MESSAGES.signOut());

export async function signOut(core: AuthCore, { global = false }: SignOutOptions = {}): Promise<void> {
  const { user } = core;
  const tell = () => {
    core.user = null;
    tellSignOut(core, user);
  };
  if (!core.isConfigured) {
    tell();
    return;
  }
  const { client, wire } = await core.openClient();
  try {
    await core.hub.whileTelling(() => client.signOut({ global }));
  } catch (error) {
    // Cognito was not told, and the user is signed out here.
    if (!(await wire.read())) tell();
    throw inWordsOfCognito(error);
  }
  tell();
}

export async function deleteUser(core: AuthCore): Promise<string> {
  if (!core.config.userPoolId) throw new Error('Cognito User pool does not exist');
  const pool = await core.open();
  const user = await pool.heldUser();
  if (!user) throw new Error('No current user.');
  await userSession(core, user);
  return core.hub.whileTelling(async () => {
    const result = await promised<string>((callback) => user.deleteUser(callback));
    await pool.settled();
    core.hub.tell('userDeleted', result, HUB_MESSAGES.userDeleted());
    core.user = null;
    tellSignOut(core, null);
    return result;
  });
}
