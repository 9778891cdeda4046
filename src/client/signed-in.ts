import { AuthError } from '../cognito/errors.js';
import { attributesOfIdentity } from '../session/identity-session.js';
import type { Keeper } from '../session/keeper.js';
import type { Kept } from '../session/session.js';
import { isIdentity } from '../session/signed-in.js';
import type { SignedIn } from '../session/signed-in.js';
import { attributesOf } from '../session/user-pool-session.js';
import type { Session } from '../session/user-pool-session.js';
import type { Step } from './step.js';

/** The step of a user who is signed in and has no open prompt. */
export const signedIn = (session: SignedIn): Extract<Step, { name: 'done' }> => ({
  name: 'done',
  user: {
    username: session.username,
    sub: session.sub,
    attributes: isIdentity(session) ? attributesOfIdentity(session) : attributesOf(session),
    ...(session.provider && { provider: session.provider }),
  },
});

/**
 * The session of a user of the user pool.
 *
 * @throws AuthError `unsupported` for a user of an identity pool alone, who has no tokens of a user pool.
 */
export function withTokens(session: Kept<SignedIn>): Session {
  if (isIdentity(session)) throw new AuthError('unsupported', { cause: new Error('No user of a user pool.') });
  return session;
}

/**
 * A fresh session of the user who is signed in, with tokens of the user pool.
 *
 * @throws AuthError `session-expired` when no user is signed in; `unsupported` as {@link withTokens}.
 */
export async function freshTokens(keeper: Keeper, forceRefresh = false): Promise<Session> {
  const held = await keeper.read();
  // Before a provider is asked for a token, which would be of no use.
  if (held) withTokens(held);
  return withTokens(await keeper.fresh(forceRefresh));
}

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
): Promise<Kept<SignedIn>> {
  const requireUser = (session: SignedIn | undefined) => {
    if (session && session.sub !== sub) throw new AuthError(otherwise, { cause: new Error('Another user signed in.') });
  };
  requireUser(await keeper.read());
  const session = await keeper.fresh(forceRefresh);
  requireUser(session);
  return session;
}

/**
 * The same for a user of the user pool, with tokens.
 *
 * @throws AuthError `session-expired` when no user is signed in.
 */
export const requireTokens = async (...required: Parameters<typeof requireSession>): Promise<Session> =>
  withTokens(await requireSession(...required));
