import type { Triggers } from '../triggers/trigger-events.js';
import type { SeedPerson } from './seed-pool.js';

/**
 * Brings people over who have an account in an older system: at their first sign-in, where the older system is asked
 * about the password, or when they have forgotten it.
 */
export const migrationOf = (people: readonly SeedPerson[]): Triggers => ({
  userMigration: async (event) => {
    const { password } = event.request;
    const person = people.find(({ username }) => username === event.userName);
    if (!person) throw new Error('Nobody of that name.');
    if (password !== undefined && password !== person.password) throw new Error('Wrong password.');
    event.response.userAttributes = { ...person.attributes };
    event.response.finalUserStatus = password === undefined ? 'RESET_REQUIRED' : 'CONFIRMED';
    return event;
  },
});
