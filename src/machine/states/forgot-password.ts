import { form } from '../form.js';
import { links } from '../links.js';

/** The user requests a code to set a new password. */
export const forgotPassword = {
  id: 'forgotPassword',
  on: links,
  ...form({
    screen: 'forgot-password',
    submit: { on: 'forgotPassword.submit', src: 'forgotPassword', input: ({ event }) => event },
  }),
} as const;
