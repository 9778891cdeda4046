import { AuthError } from '../../cognito/errors.js';
import { isException } from '../../cognito/exceptions.js';
import type { Action, Post } from '../../cognito/json-protocol.js';
import type { Devices } from '../../session/devices.js';
import type { Keeper } from '../../session/keeper.js';
import type { Session } from '../../session/user-pool-session.js';
import { abortable } from '../../cognito/abortable.js';
import { requireTokens } from '../signed-in.js';

/** The user whose account it is, and how requests are made. */
export interface Owner {
  readonly sub: string;
  readonly keeper: Keeper;
  /** Tells which device this browser is. */
  readonly devices: Devices;
  readonly connect: (action?: Action) => Post;
  /** Ends the session here. */
  readonly signOut: () => Promise<unknown>;
}

/** Makes requests for the owner of an account, with a fresh access token. */
export type AccountRequest = <Result>(
  work: (post: Post, session: Session) => Promise<Result>,
  action?: Action,
) => Promise<Result>;

/** Whether Cognito does not accept the access token any more. */
const isStale = (error: unknown): boolean =>
  AuthError.from(error).code === 'session-expired' || isException(error, 'UserNotFoundException');

/**
 * Requests fail with an AuthError: `session-expired` when no user is signed in any more, or another one. An access token that
 * Cognito has revoked early is refreshed once, which shows whether the session is over.
 */
export function createAccountRequest({ sub, keeper, connect }: Owner): AccountRequest {
  return (work, action = {}) => {
    const run = async (forceRefresh: boolean): ReturnType<typeof work> => {
      const session = await requireTokens(sub, keeper, { forceRefresh, otherwise: 'session-expired' });
      const post = connect(action);
      try {
        return await work((operation, body) => post(operation, { AccessToken: session.accessToken, ...body }), session);
      } catch (error) {
        if (forceRefresh || !isStale(error)) throw error;
        return run(true);
      }
    };
    return abortable(run(false), action.signal);
  };
}
