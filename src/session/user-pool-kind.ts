import { AuthError } from '../cognito/errors.js';
import { isException, meaningOf } from '../cognito/exceptions.js';
import type { IssuedTokens } from '../cognito/tokens.js';
import type { SessionStore } from '../config/config.js';
import type { SessionKind } from './session-kind.js';
import { keysOf } from './storage-keys.js';
import { readUserPoolSession, userPoolSession } from './user-pool-session.js';
import type { Pool, UserPoolSession } from './user-pool-session.js';

/** The requests that sessions of a user pool need. */
export interface UserPoolRequests {
  refresh(refreshToken: string, session: UserPoolSession): Promise<IssuedTokens>;
  /** Best effort: neither waited for nor repeated. */
  revoke(refreshToken: string): void;
}

/** Sessions of a user pool: tokens, refreshed by the refresh token that came with them. */
export const userPoolKind = (
  pool: Pool,
  store: SessionStore,
  { refresh, revoke }: UserPoolRequests,
): SessionKind<UserPoolSession> => ({
  read: (record) => readUserPoolSession(record, pool),

  async takeOver() {
    const { legacy } = keysOf(pool);
    const username = await store.get(`${legacy}LastAuthUser`);
    if (!username) return { others: [] };
    const { takeOver } = await import('./legacy.js');
    return takeOver(store, pool, legacy, username);
  },

  renewal: ({ refreshToken }) => (refreshToken === undefined ? 'never' : 'always'),

  async refresh(session) {
    const { refreshToken } = session;
    if (!refreshToken) throw new AuthError('unsupported');
    // A pool that does not rotate refresh tokens sends none: the one before stays.
    const tokens = { refreshToken, ...(await refresh(refreshToken, session)) };
    return userPoolSession(tokens, pool, session);
  },

  lossOf: (_, error) => meaningOf(error).session,

  isReplaced: (_, error) => isException(error, 'RefreshTokenReuseException'),

  revoke({ refreshToken }) {
    if (refreshToken) revoke(refreshToken);
  },

  isRevokedWith: (one, other) => one.refreshToken === other.refreshToken,
});
