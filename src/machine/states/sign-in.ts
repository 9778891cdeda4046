import { form } from '../form.js';
import { links } from '../links.js';

/** Somebody says who they are. */
export const signIn = {
  id: 'signIn',
  on: { ...links, 'signIn.typing': { actions: 'prepare' } },
  ...form({
    screen: 'sign-in',
    submit: { on: 'signIn.submit', src: 'signIn', input: ({ event }) => event },
  }),
} as const;
