import { federation } from '../federation.js';
import { form } from '../form.js';
import { links } from '../links.js';

/** The user creates an account. */
export const signUp = {
  id: 'signUp',
  on: links,
  ...form({
    screen: 'sign-up',
    submit: { on: 'signUp.submit', src: 'signUp', input: ({ event }) => event },
    also: federation,
  }),
} as const;
