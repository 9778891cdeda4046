import { form } from '../form.js';
import { links } from '../links.js';
import { withTicket } from '../ticket.js';

/** Somebody chooses one of several second factors, to use or to set up. */
export const selectMfaType = {
  id: 'selectMfaType',
  on: links,
  ...form({
    screen: 'select-mfa-type',
    submit: { on: 'selectMfaType.submit', src: 'answer', input: withTicket },
  }),
} as const;
