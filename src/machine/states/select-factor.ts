import { form } from '../form.js';
import { links } from '../links.js';
import { withTicket } from '../ticket.js';

/** Somebody chooses how to prove who they are. */
export const selectFactor = {
  id: 'selectFactor',
  on: links,
  ...form({
    screen: 'select-factor',
    submit: { on: 'selectFactor.submit', src: 'answer', input: withTicket },
  }),
} as const;
