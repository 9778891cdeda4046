import { form } from '../form.js';
import { links } from '../links.js';
import { withTicket } from '../ticket.js';

/** The user enters the address that codes are sent to. */
export const emailSetup = {
  id: 'emailSetup',
  on: links,
  ...form({
    screen: 'email-setup',
    submit: { on: 'emailSetup.submit', src: 'answer', input: withTicket },
    also: { resending: { on: 'emailSetup.startAgain', src: 'startAgain', input: withTicket } },
  }),
} as const;
