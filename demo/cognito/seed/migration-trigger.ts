import type { Triggers } from '../triggers/trigger-events.js';
import type { SeedUser } from './seed-pool.js';

/**
 * The trigger that migrates users from an older system: at their first sign-in, if the password is right there, or when
 * they reset it.
 */
export const migrationOf = (users: readonly SeedUser[]): Triggers => ({
  userMigration: async (event) => {
    const { password } = event.request;
    const user = users.find(({ username }) => username === event.userName);
    if (!user) throw new Error('Unknown user.');
    if (password !== undefined && password !== user.password) throw new Error('Wrong password.');
    event.response.userAttributes = { ...user.attributes };
    event.response.finalUserStatus = password === undefined ? 'RESET_REQUIRED' : 'CONFIRMED';
    return event;
  },
});
