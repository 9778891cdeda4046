import type { Contact } from '../store/model.js';
import type { UserContext } from '../store/user-context.js';

/** Where such a link leads, on the origin that Cognito calls the domain of a pool. */
export const LINK_PATH = '/confirmUser';

/** The link that confirms an account, where the pool sends links rather than codes: only ever to an e-mail address. */
export function linkFor({ pool, client, user }: UserContext, contact: Contact, code: string): string | undefined {
  if (pool.defaultEmailOption !== 'CONFIRM_WITH_LINK' || contact !== 'email') return undefined;
  const query = new URLSearchParams({ client_id: client.id, user_name: user.username, confirmation_code: code });
  return `${LINK_PATH}?${query.toString()}`;
}
