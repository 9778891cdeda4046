import { preferSoftwareToken, verifySoftwareToken } from '../cognito/software-token.js';
import type { Session } from '../session/session.js';
import { signedIn } from './signed-in.js';
import type { Pending } from './tickets.js';

/**
 * Somebody who is signed in enrolls an authenticator app: it has shown its first code.
 *
 * @param current The session, as long as it is theirs.
 */
export function enrollment(current: () => Promise<Session>): Pending {
  let verified = false;
  return async (input, { post }) => {
    const session = await current();
    const { accessToken } = session;
    if (!verified) await verifySoftwareToken(post, { AccessToken: accessToken }, input);
    // Another try after a lost answer has another code, which would be one too many.
    verified = true;
    await preferSoftwareToken(post, accessToken);
    return signedIn(session);
  };
}
