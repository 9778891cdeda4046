import { form } from '../form.js';
import { links } from '../links.js';
import { withTicket } from '../ticket.js';

/** A Lambda function asks something, as often as it likes. */
export const customChallenge = {
  id: 'customChallenge',
  on: links,
  ...form({
    screen: 'custom-challenge',
    submit: { on: 'customChallenge.submit', src: 'answer', input: withTicket },
  }),
} as const;
