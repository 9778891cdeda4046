import type { Post } from '../json-protocol.js';
import type { Secret } from '../secret.js';

/** ChangePassword. A user without a password leaves out the previous one. */
export async function changePassword(
  post: Post,
  { previous, proposed }: { readonly previous?: Secret | undefined; readonly proposed: Secret },
): Promise<void> {
  await post('ChangePassword', {
    ...(previous && { PreviousPassword: previous.reveal() }),
    ProposedPassword: proposed.reveal(),
  });
}

/** DeleteUser. */
export async function deleteUser(post: Post): Promise<void> {
  await post('DeleteUser', {});
}
