import type { Contact } from '../store/model.js';
import type { UserContext } from '../store/user-context.js';

/** The path of the link, on what Cognito calls the domain of the pool. */
export const LINK_PATH = '/confirmUser';

/** The link that confirms an account. Undefined where the pool sends codes, and for phone numbers. */
export function linkFor({ pool, client, user }: UserContext, contact: Contact, code: string): string | undefined {
  if (pool.defaultEmailOption !== 'CONFIRM_WITH_LINK' || contact !== 'email') return undefined;
  const query = new URLSearchParams({ client_id: client.id, user_name: user.username, confirmation_code: code });
  return `${LINK_PATH}?${query.toString()}`;
}
