import type { Ticket } from '../client/step.js';
import type { AuthContext } from './types.js';

/** The ticket of the challenge in progress. Only states that a step with a ticket leads to ask for it. */
export function ticketOf({ step }: AuthContext): Ticket {
  if (!step || !('ticket' in step)) throw new Error('There is no challenge in progress.');
  return step.ticket;
}
