import { LINK_PATH } from '../flows/confirmation-link.js';
import { confirmAccount } from '../flows/confirmation.js';
import { redeemCode } from '../store/codes.js';
import type { Store } from '../store/store.js';
import { findUser, verifyContact } from '../store/users.js';

/** Confirms an account by the link in a mail, and returns the text of the page. Undefined for another path. */
export async function confirmUserPage(store: Store, path: string, query: URLSearchParams): Promise<string | undefined> {
  if (path !== LINK_PATH) return undefined;
  const clientId = query.get('client_id') ?? '';
  const pool = store.pools.find(({ clients }) => clients.has(clientId));
  const client = pool?.clients.get(clientId);
  const user = pool && findUser(pool, query.get('user_name') ?? '');
  if (!pool || !client || user?.status !== 'UNCONFIRMED') return 'This link is not valid.';
  try {
    redeemCode(store, user, 'sign-up', query.get('confirmation_code') ?? '', (contact) =>
      verifyContact(pool, user, contact),
    );
  } catch {
    return 'This link is not valid.';
  }
  await confirmAccount(store, { pool, client, user });
  return 'Your registration has been confirmed!';
}
