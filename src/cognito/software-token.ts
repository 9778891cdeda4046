import { AuthError } from './errors.js';
import type { Post } from './json-protocol.js';
import { requireText, textOf } from './json.js';
import { Secret } from './secret.js';
import { isTotpKey } from './totp.js';

/** What authorizes the enrollment of an authenticator app: a challenge in progress, or a session. */
export type Enrolling = { readonly Session: string } | { readonly AccessToken: string };

/**
 * AssociateSoftwareToken: the key for the authenticator app, and the next Session if there was one.
 *
 * @throws AuthError
 */
export async function associateSoftwareToken(
  post: Post,
  enrolling: Enrolling,
): Promise<{ readonly secret: Secret; readonly session: string | undefined }> {
  const answer = await post('AssociateSoftwareToken', enrolling);
  const key = requireText(answer, 'SecretCode');
  if (!isTotpKey(key)) throw new AuthError('bad-response', { cause: new Error('SecretCode is not in base32.') });
  return { secret: new Secret(key), session: textOf(answer, 'Session') };
}

/**
 * VerifySoftwareToken: the next Session if there was one.
 *
 * @throws AuthError `wrong-code`, also where Cognito says so in a successful answer.
 */
export async function verifySoftwareToken(
  post: Post,
  enrolling: Enrolling,
  { answer = new Secret(''), deviceName }: { readonly answer?: Secret; readonly deviceName?: string },
): Promise<string | undefined> {
  const result = await post('VerifySoftwareToken', {
    ...enrolling,
    UserCode: answer.reveal(),
    ...(deviceName && { FriendlyDeviceName: deviceName }),
  });
  if (requireText(result, 'Status') !== 'SUCCESS') throw new AuthError('wrong-code');
  return textOf(result, 'Session');
}

/** SetUserMFAPreference: from now on, sign-ins ask for a code of the authenticator app. */
export const preferSoftwareToken = (post: Post, accessToken: string): Promise<unknown> =>
  post('SetUserMFAPreference', {
    AccessToken: accessToken,
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  });
