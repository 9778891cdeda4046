import { unlessSuccess } from './exceptions.js';
import type { Post } from './json-protocol.js';
import type { Secret } from './secret.js';

/**
 * ForgotPassword. Whether and where a code was sent is not passed on: that would tell who has an account.
 *
 * @throws AuthError when the request failed for another reason.
 */
export async function forgotPassword(post: Post, username: string): Promise<void> {
  await unlessSuccess(post('ForgotPassword', { Username: username }));
}

/** ConfirmForgotPassword. */
export async function resetPassword(
  post: Post,
  { username, code, password }: { readonly username: string; readonly code: Secret; readonly password: Secret },
): Promise<void> {
  const body = { Username: username, ConfirmationCode: code.reveal(), Password: password.reveal() };
  await post('ConfirmForgotPassword', body);
}
