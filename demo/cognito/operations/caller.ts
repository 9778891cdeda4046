import { createHmac } from 'node:crypto';
import { notAuthorized, resourceNotFound } from '../exceptions.js';
import { required } from '../flows/required.js';
import type { Store } from '../store/store.js';
import type { Caller } from '../store/user-context.js';

/** The app client of a request, and its pool. Throws for a wrong or missing SECRET_HASH. */
export function callerOf(
  store: Store,
  clientId: string | undefined,
  {
    username = '',
    secretHash,
  }: { readonly username?: string | undefined; readonly secretHash?: string | undefined } = {},
): Caller {
  const id = required(clientId, 'clientId');
  const pool = store.pools.find(({ clients }) => clients.has(id));
  const client = pool?.clients.get(id);
  if (!pool || !client) throw resourceNotFound(`User pool client ${id} does not exist.`);
  if (client.secret) {
    if (!secretHash) throw notAuthorized(`Client ${id} is configured with secret but SECRET_HASH was not received`);
    const expected = createHmac('sha256', client.secret)
      .update(username + id)
      .digest('base64');
    if (secretHash !== expected) throw notAuthorized(`Unable to verify secret hash for client ${id}`);
  } else if (secretHash) {
    throw notAuthorized(`Client ${id} is not configured for secret but secret hash was received`);
  }
  return { pool, client };
}
