import { invalidParameter, operationNotEnabled, resourceNotFound } from '../exceptions.js';
import { required } from '../flows/required.js';
import type { Pool } from '../store/model.js';
import type { Operations } from './operation-types.js';

function requireTracking({ sessionTracking }: Pool): void {
  if (!sessionTracking) throw operationNotEnabled();
}

/** The operations of a signed-in user on their sessions. There are no associated sessions without managed login. */
export const userSessionOperations = {
  ListUserSessions: async (store, { AccessToken }) => {
    const { pool, user, sessionId } = await store.tokens.verify(AccessToken);
    requireTracking(pool);
    return {
      Sessions: store.tokens.grantsOf(user).map((grant) => ({
        SessionId: grant.sessionId,
        SessionType: 'TOKEN' as const,
        ClientId: grant.client.id,
        CreateDate: new Date(grant.created),
        LastActiveDate: new Date(grant.lastActive),
        DeviceType: 'unknown',
        LastIPAddress: '127.0.0.1',
        IsCurrentSession: grant.sessionId === sessionId,
      })),
    };
  },

  RevokeUserSession: async (store, { AccessToken, SessionId, RevokeAssociatedSessions = 'NONE' }) => {
    const { pool, user, sessionId } = await store.tokens.verify(AccessToken);
    requireTracking(pool);
    const wanted = required(SessionId, 'sessionId');
    if (!['NONE', 'LINKED'].includes(RevokeAssociatedSessions)) throw invalidParameter('Invalid associated sessions.');
    if (wanted === sessionId) throw invalidParameter('The current session cannot be revoked.');
    const grant = store.tokens.grantsOf(user).find((one) => one.sessionId === wanted);
    if (!grant) throw resourceNotFound('Session does not exist.');
    grant.revoked = true;
    return {};
  },
} satisfies Partial<Operations>;
