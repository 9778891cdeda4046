import { preferSoftwareToken, verifySoftwareToken } from '../../cognito/software-token.js';
import type { Keeper } from '../../session/keeper.js';
import { requireSession, signedIn } from '../signed-in.js';
import type { Pending } from '../tickets.js';

/** Somebody who is signed in enrolls an authenticator app: it has shown its first code. */
export function enrollment(sub: string, keeper: Keeper): Pending {
  let verified = false;
  return async (input, { post }) => {
    const session = await requireSession(sub, keeper);
    const { accessToken } = session;
    if (!verified) await verifySoftwareToken(post, { AccessToken: accessToken }, input);
    // Another try after a lost answer has another code, which would be one too many.
    verified = true;
    await preferSoftwareToken(post, accessToken);
    return signedIn(session);
  };
}
