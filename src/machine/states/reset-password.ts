import { form } from '../form.js';
import { links } from '../links.js';

/** The code has been sent; it buys a new password. */
export const resetPassword = {
  id: 'resetPassword',
  on: links,
  ...form({
    screen: 'reset-password',
    submit: {
      on: 'resetPassword.submit',
      src: 'resetPassword',
      input: ({ context, event }) => ({ ...event, username: context.username }),
    },
    also: {
      resending: {
        on: 'resetPassword.resend',
        src: 'forgotPassword',
        input: ({ context, event }) => ({ ...event, username: context.username }),
      },
    },
  }),
} as const;
