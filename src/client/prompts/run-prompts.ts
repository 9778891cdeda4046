import { AuthError } from '../../cognito/errors.js';
import type { Keeper } from '../../session/keeper.js';
import { abortable } from '../abortable.js';
import type { Attempt } from '../attempt.js';
import { invalid } from '../input-checks.js';
import { errandsOf } from './prompts.js';
import type { Arrival, Errand } from './prompt.js';
import type { Listeners } from '../listeners.js';
import { requireSession, signedIn } from '../signed-in.js';
import type { Step } from '../step.js';
import type { Pending, Tickets } from '../tickets.js';

/** What takes in somebody who has signed in. */
export interface ArrivalServices {
  readonly keeper: Keeper;
  readonly tickets: Tickets;
  readonly listeners: Listeners;
}

/** Somebody has signed in; before they go on, there may be something to do and to ask. */
export function arrive(
  arrival: Omit<Arrival, 'post' | 'accessToken' | 'renew'>,
  { keeper, tickets, listeners }: ArrivalServices,
  attempt: Attempt,
): Promise<Step> {
  const { sub } = arrival.session;
  const errands = errandsOf({
    ...arrival,
    post: attempt.post,
    accessToken: async () => (await requireSession(sub, keeper)).accessToken,
    renew: () => keeper.fresh(true),
  });
  const next = async ({ signal }: Attempt): Promise<Step> => {
    // Who does not want to wait any longer is in all the same.
    const { value: errand } = await abortable(errands.next(), signal).catch(() => ({ value: undefined }));
    const session = await keeper.read();
    if (session?.sub !== sub) throw new AuthError('cancelled');
    const done = signedIn(session);
    if (errand) {
      const ticket = tickets.issue(done.user.username, { pending: answered(errand) });
      return { ...errand.step, user: done.user, ticket };
    }
    listeners.tell({ name: 'started', step: done });
    return done;
  };
  const answered =
    ({ answer, choices }: Errand): Pending =>
    async (input, later) => {
      const isOffered = choices.some((choice) => choice === input.choice);
      if (input.choice === undefined ? !input.answer : !isOffered) throw invalid(`choice: ${choices.join(', ')}`);
      await requireSession(sub, keeper);
      await answer(input, later);
      return next(later);
    };
  return next(attempt);
}
