import { federation } from '../federation.js';
import { form } from '../form.js';
import { links } from '../links.js';

/** The user signs in. */
export const signIn = {
  id: 'signIn',
  on: { ...links, 'signIn.typing': { actions: 'prepare' } },
  ...form({
    screen: 'sign-in',
    submit: { on: 'signIn.submit', src: 'signIn', input: ({ event }) => event },
    also: federation,
  }),
} as const;
