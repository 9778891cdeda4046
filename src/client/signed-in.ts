import { AuthError } from '../cognito/errors.js';
import type { Keeper } from '../session/keeper.js';
import { attributesOf } from '../session/user-pool-session.js';
import type { Session } from '../session/user-pool-session.js';
import type { Step } from './step.js';

/** The step of a user who is signed in and has no open prompt. */
export const signedIn = (session: Session): Extract<Step, { name: 'done' }> => ({
  name: 'done',
  user: {
    username: session.username,
    sub: session.sub,
    attributes: attributesOf(session),
    ...(session.provider && { provider: session.provider }),
  },
});

/** Options of {@link requireSession}. */
interface Requirement {
  /** Default: false. */
  readonly forceRefresh?: boolean;
  /** The failure when another user has signed in. */
  readonly otherwise: 'challenge-expired' | 'session-expired';
}

/**
 * A fresh session of this user. That of another user, who has signed in meanwhile, is not refreshed.
 *
 * @throws AuthError `session-expired` when no user is signed in.
 */
export async function requireSession(
  sub: string,
  keeper: Keeper,
  { forceRefresh = false, otherwise }: Requirement,
): Promise<Session> {
  const requireUser = (session: Session | undefined) => {
    if (session && session.sub !== sub) throw new AuthError(otherwise, { cause: new Error('Another user signed in.') });
  };
  requireUser(await keeper.read());
  const session = await keeper.fresh(forceRefresh);
  requireUser(session);
  return session;
}
