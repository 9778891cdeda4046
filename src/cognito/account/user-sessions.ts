import { unlessSuccess } from '../exceptions.js';
import type { Post } from '../json-protocol.js';
import { isTrue, numberOf, objectOf, requireText, textOf } from '../json.js';
import type { Fields } from '../json.js';
import { allPages } from '../pagination.js';

/** A session of a user. */
export interface UserSession {
  readonly sessionId: string;
  /** `token`: an app that holds tokens. `sso`: a browser that is signed in to Cognito's own pages. */
  readonly type: 'token' | 'sso';
  /** The app client that it belongs to. */
  readonly clientId: string | undefined;
  /** From its user agent: the system, and the browser or app. */
  readonly device: string | undefined;
  readonly lastIpAddress: string | undefined;
  readonly lastLocation: { readonly city: string | undefined; readonly country: string | undefined };
  /** Epoch milliseconds, by Cognito's clock, as is the next one. */
  readonly createdAt: number;
  readonly lastActiveAt: number;
  /** Of a `token` session that came from a `sso` session: the id of that. */
  readonly originSessionId: string | undefined;
  /** Whether it is the session of this request. */
  readonly isCurrent: boolean;
}

/**
 * The session of a SessionDescriptionType.
 *
 * @throws AuthError `bad-response`
 */
function userSessionOf(item: Fields): UserSession {
  const location = objectOf(item, 'LastLocation');
  return {
    sessionId: requireText(item, 'SessionId'),
    type: textOf(item, 'SessionType') === 'SSO' ? 'sso' : 'token',
    clientId: textOf(item, 'ClientId'),
    device: textOf(item, 'DeviceType'),
    lastIpAddress: textOf(item, 'LastIPAddress'),
    lastLocation: { city: textOf(location, 'City'), country: textOf(location, 'Country') },
    createdAt: numberOf(item, 'CreateDate') * 1000,
    lastActiveAt: numberOf(item, 'LastActiveDate') * 1000,
    originSessionId: textOf(item, 'OriginSessionId'),
    isCurrent: isTrue(item, 'IsCurrentSession'),
  };
}

/** ListUserSessions, all pages. */
export async function listUserSessions(post: Post): Promise<readonly UserSession[]> {
  const items = await allPages(post, {
    operation: 'ListUserSessions',
    items: 'Sessions',
    token: 'NextToken',
    size: {},
  });
  return items.map(userSessionOf);
}

/** RevokeUserSession. `linked`: also those that it was created from, or that were created from it. */
export async function revokeUserSession(post: Post, sessionId: string, linked: boolean): Promise<void> {
  const RevokeAssociatedSessions = linked ? 'LINKED' : 'NONE';
  await unlessSuccess(post('RevokeUserSession', { SessionId: sessionId, RevokeAssociatedSessions }));
}
