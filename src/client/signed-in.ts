import { AuthError } from '../cognito/errors.js';
import type { Keeper } from '../session/keeper.js';
import { attributesOf } from '../session/session.js';
import type { Session } from '../session/session.js';
import type { Step } from './step.js';

/** The step of somebody who has a session, and is asked nothing. */
export const signedIn = (session: Session): Extract<Step, { name: 'done' }> => ({
  name: 'done',
  user: { username: session.username, sub: session.sub, attributes: attributesOf(session) },
});

/**
 * The session of somebody, as long as it is theirs.
 *
 * @throws AuthError `challenge-expired` when it is not any more.
 */
export async function requireSession(sub: string, keeper: Keeper): Promise<Session> {
  const session = await keeper.fresh();
  if (session.sub !== sub) throw new AuthError('challenge-expired');
  return session;
}
