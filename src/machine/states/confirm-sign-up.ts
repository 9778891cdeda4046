import { form } from '../form.js';
import { links } from '../links.js';

/** The owner of a new account types the code that was sent to them. */
export const confirmSignUp = {
  id: 'confirmSignUp',
  on: links,
  ...form({
    screen: 'confirm-sign-up',
    submit: {
      on: 'confirmSignUp.submit',
      src: 'confirmSignUp',
      input: ({ context, event }) => ({ ...event, username: context.username }),
    },
    also: {
      resending: {
        on: 'confirmSignUp.resend',
        src: 'resendSignUpCode',
        input: ({ context, event }) => ({ ...event, username: context.username }),
      },
    },
  }),
} as const;
