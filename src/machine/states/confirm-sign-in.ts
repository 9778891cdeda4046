import { form } from '../form.js';
import { links } from '../links.js';
import { withTicket } from '../ticket.js';

/** The second factor: a code from a text message or an authenticator app. */
export const confirmSignIn = {
  id: 'confirmSignIn',
  on: links,
  ...form({
    screen: 'confirm-sign-in',
    submit: {
      on: 'confirmSignIn.submit',
      src: 'answer',
      input: withTicket,
    },
    also: { resending: { on: 'confirmSignIn.resend', src: 'startAgain', input: withTicket } },
  }),
} as const;
