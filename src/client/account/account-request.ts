import { AuthError } from '../../cognito/errors.js';
import { isException } from '../../cognito/exceptions.js';
import type { Action, Post } from '../../cognito/json-protocol.js';
import type { Devices } from '../../session/devices.js';
import type { Keeper } from '../../session/keeper.js';
import type { Session } from '../../session/session.js';
import { abortable } from '../abortable.js';

/** Whose account it is, and how requests are made for it. */
export interface Owner {
  readonly sub: string;
  readonly keeper: Keeper;
  /** Which device this browser is. */
  readonly devices: Devices;
  connect(action?: Action): Post;
  /** Ends the session here. */
  signOut(): Promise<unknown>;
}

/** Makes requests as the owner of an account: each carries an access token that is good for a while. */
export type Ask = <Result>(
  request: (post: Post, session: Session) => Promise<Result>,
  action?: Action,
) => Promise<Result>;

/** Whether Cognito does not take the access token any more. */
const isStale = (error: unknown): boolean =>
  AuthError.from(error).code === 'session-expired' || isException(error, 'UserNotFoundException');

/**
 * Whatever is asked fails with an AuthError: `session-expired` when nobody is signed in any more, or somebody else.
 * Access tokens that Cognito has taken back early are refreshed once, which tells whether the session is over.
 */
export function askAs({ sub, keeper, connect }: Owner): Ask {
  return (request, action = {}) => {
    const ask = async (forceRefresh: boolean): ReturnType<typeof request> => {
      const session = await keeper.fresh(forceRefresh);
      if (session.sub !== sub) throw new AuthError('session-expired', { cause: new Error('Somebody else signed in.') });
      const post = connect(action);
      try {
        return await request(
          (operation, body) => post(operation, { AccessToken: session.accessToken, ...body }),
          session,
        );
      } catch (error) {
        if (forceRefresh || !isStale(error)) throw error;
        return ask(true);
      }
    };
    return abortable(ask(false), action.signal);
  };
}
