import { required } from '../callers.js';
import { invalidParameter, operationNotEnabled, resourceNotFound } from '../errors.js';
import type { Pool } from '../model.js';
import type { Operations } from '../operations.js';

/** One sign-in, as ListUserSessions tells of it. */
interface SessionDescription {
  readonly SessionId: string;
  readonly SessionType: 'TOKEN';
  readonly ClientId: string;
  readonly CreateDate: Date;
  readonly LastActiveDate: Date;
  readonly DeviceType: string;
  readonly LastIPAddress: string;
  readonly IsCurrentSession: boolean;
}

/** AWS's own client knows these operations since 3.1169; what it says of them is repeated here until that is installed. */
export interface UserSessionShapes {
  ListUserSessions: [{ AccessToken: string; NextToken?: string }, { Sessions: readonly SessionDescription[] }];
  RevokeUserSession: [{ AccessToken: string; SessionId: string; RevokeAssociatedSessions?: string }, object];
}

function requireTracking({ sessionTracking }: Pool): void {
  if (!sessionTracking) throw operationNotEnabled();
}

/** The sign-ins of somebody, here and elsewhere. Without hosted pages, there are none that others came from. */
export const userSessionOperations = {
  ListUserSessions: async (world, { AccessToken }) => {
    const { pool, user, sessionId } = await world.tokens.verify(AccessToken);
    requireTracking(pool);
    return {
      Sessions: world.tokens.grantsOf(user).map((grant) => ({
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

  RevokeUserSession: async (world, { AccessToken, SessionId, RevokeAssociatedSessions = 'NONE' }) => {
    const { pool, user, sessionId } = await world.tokens.verify(AccessToken);
    requireTracking(pool);
    const wanted = required(SessionId, 'sessionId');
    if (!['NONE', 'LINKED'].includes(RevokeAssociatedSessions)) throw invalidParameter('Invalid associated sessions.');
    if (wanted === sessionId) throw invalidParameter('The current session cannot be revoked.');
    const grant = world.tokens.grantsOf(user).find((one) => one.sessionId === wanted);
    if (!grant) throw resourceNotFound('Session does not exist.');
    grant.revoked = true;
    return {};
  },
} satisfies Partial<Operations>;
