import type { AnswerInput } from '../client/auth-client.js';
import { hasOwn } from '../cognito/own.js';
import type { AuthContext, Respond } from './types.js';

/** Adds to an answer the ticket of the challenge in progress. Only states that a step with a ticket leads to ask for it. */
export function withTicket<Answer extends Omit<AnswerInput, 'ticket'> & Respond>({
  context: { step },
  event,
}: {
  readonly context: AuthContext;
  readonly event: Answer;
}): Answer & Pick<AnswerInput, 'ticket'> {
  if (!step || !hasOwn(step, 'ticket')) throw new Error('There is no challenge in progress.');
  return { ...event, ticket: step.ticket };
}
