import { randomUUID } from 'node:crypto';
import type { IdentityProvider, Pool, User } from './model.js';
import { blankUser } from './users.js';

/**
 * The user of a pool who has signed in at an identity provider: created at the first time, with the attributes of the
 * mapping written each time.
 */
export function federatedUser(
  pool: Pool,
  { name, type, issuer, mapping }: IdentityProvider,
  claims: Readonly<Record<string, unknown>> & { readonly sub: string },
  now: number,
): User {
  const typed = `${name}_${claims.sub}`;
  const username = pool.caseSensitive ? typed : typed.toLowerCase();
  const known = pool.users.find((user) => user.username === username);
  const user: User = known ?? {
    ...blankUser({
      sub: randomUUID(),
      username,
      attributes: new Map(),
      status: 'EXTERNAL_PROVIDER',
      groups: [`${pool.id}_${name}`],
      created: now,
      modified: now,
    }),
    identities: [{ userId: claims.sub, providerName: name, providerType: type, issuer, dateCreated: now }],
  };
  for (const [attribute, claim] of Object.entries(mapping)) {
    const value = claims[claim];
    if (['string', 'boolean', 'number'].includes(typeof value)) user.attributes.set(attribute, String(value));
  }
  // Not verified, unless the mapping says so.
  if (user.attributes.has('email') && !user.attributes.has('email_verified')) {
    user.attributes.set('email_verified', 'false');
  }
  user.modified = now;
  if (!known) pool.users.push(user);
  return user;
}
