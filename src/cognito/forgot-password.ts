import { isException } from './exceptions.js';
import { hideUnknownUser } from './hide-unknown-user.js';
import type { Post } from './json-protocol.js';
import type { Secret } from './secret.js';

/** The refusals of ForgotPassword when there is no account, or none that a code can be sent to. */
const NOT_SENT = [
  ['UserNotFoundException', /^/],
  ['UserNotConfirmedException', /^/],
  ['InvalidParameterException', /cannot reset password/i],
  ['NotAuthorizedException', /cannot be reset|is disabled/i],
] as const;

/**
 * ForgotPassword. Whether and where a code was sent is not passed on: that would tell who has an account.
 *
 * @throws AuthError when the request failed for another reason.
 */
export async function forgotPassword(post: Post, username: string): Promise<void> {
  try {
    await post('ForgotPassword', { Username: username });
  } catch (error) {
    if (!NOT_SENT.some(([name, message]) => isException(error, name, message))) throw error;
  }
}

/** ConfirmForgotPassword. */
export async function resetPassword(
  post: Post,
  { username, code, password }: { readonly username: string; readonly code: Secret; readonly password: Secret },
): Promise<void> {
  const body = { Username: username, ConfirmationCode: code.reveal(), Password: password.reveal() };
  await post('ConfirmForgotPassword', body).catch(hideUnknownUser);
}
