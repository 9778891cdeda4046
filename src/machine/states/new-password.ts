import { form } from '../form.js';
import { links } from '../links.js';
import { withTicket } from '../ticket.js';

/** A temporary password gives way to one of the person's own. */
export const newPassword = {
  id: 'newPassword',
  on: links,
  ...form({
    screen: 'new-password',
    submit: {
      on: 'newPassword.submit',
      src: 'answer',
      input: withTicket,
    },
  }),
} as const;
