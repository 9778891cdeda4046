import type { Triggers } from '../triggers/trigger-events.js';
import type { SeedUser } from './seed-pool.js';

/**
 * Brings people over who have an account in an older system: at their first sign-in, where the older system is asked
 * about the password, or when they have forgotten it.
 */
export const migrationOf = (users: readonly SeedUser[]): Triggers => ({
  userMigration: async (event) => {
    const { password } = event.request;
    const user = users.find(({ username }) => username === event.userName);
    if (!user) throw new Error('Nobody of that name.');
    if (password !== undefined && password !== user.password) throw new Error('Wrong password.');
    event.response.userAttributes = { ...user.attributes };
    event.response.finalUserStatus = password === undefined ? 'RESET_REQUIRED' : 'CONFIRMED';
    return event;
  },
});
