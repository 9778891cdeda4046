import { randomUUID } from 'node:crypto';
import { notAuthorized, resourceConflict, resourceNotFound } from '../exceptions.js';
import { COGNITO_IDENTITY } from '../store/identity-pools.js';
import type { Identity, IdentityPool, Login } from '../store/identity-pools.js';

const regionOf = ({ id }: IdentityPool): string => id.slice(0, id.indexOf(':'));

/** A new identity, a guest as long as no login is linked to it. */
function createIdentity(pool: IdentityPool): Identity {
  const id = `${regionOf(pool)}:${randomUUID()}`;
  const identity: Identity = { id, logins: new Map(), wasLinked: false, mergedInto: undefined };
  pool.identities.set(id, identity);
  return identity;
}

/** The identity of an id, or the one that it was merged into. */
function findIdentity(pool: IdentityPool, id: string): Identity {
  const found = pool.identities.get(id);
  if (!found) throw resourceNotFound(`Identity '${id}' not found.`);
  return found.mergedInto ? findIdentity(pool, found.mergedInto.id) : found;
}

const isLinked = ({ logins }: Identity, { provider, subject }: Login): boolean => logins.get(provider) === subject;

/** The identity that a login is linked to. A token of the developer's server names one itself. */
const identityOf = (pool: IdentityPool, login: Login): Identity | undefined =>
  login.provider === COGNITO_IDENTITY
    ? pool.identities.get(login.subject)
    : [...pool.identities.values()].find((identity) => isLinked(identity, login));

function link(identity: Identity, { provider, subject }: Login): void {
  if (provider !== COGNITO_IDENTITY) identity.logins.set(provider, subject);
  identity.wasLinked = true;
}

function asGuest(pool: IdentityPool, given: Identity | undefined): Identity {
  if (!pool.allowsGuests) throw notAuthorized('Unauthenticated access is not supported for this identity pool.');
  if (given?.wasLinked) throw notAuthorized(`Access to Identity '${given.id}' is forbidden.`);
  return given ?? createIdentity(pool);
}

/**
 * The identity of a request: with logins that of these users, and else a guest. A guest becomes the identity of the users
 * who turn up with its id, or is merged into theirs.
 *
 * @param id The id in the request, if there is one.
 */
export function resolveIdentity(pool: IdentityPool, id: string | undefined, logins: readonly Login[]): Identity {
  const given = id === undefined ? undefined : findIdentity(pool, id);
  if (logins.length === 0) return asGuest(pool, given);
  const owners = new Set(logins.flatMap((login) => identityOf(pool, login) ?? []));
  if (owners.size > 1) throw resourceConflict();
  const [owner] = owners;
  if (given?.wasLinked && owner !== given) {
    throw notAuthorized(
      "Logins don't match. Please include at least one valid login for this identity or identity pool.",
    );
  }
  const identity = owner ?? given ?? createIdentity(pool);
  // One login per provider and identity.
  const isTaken = ({ provider, subject }: Login) => (identity.logins.get(provider) ?? subject) !== subject;
  if (logins.some(isTaken)) throw resourceConflict();
  if (given && given !== identity) given.mergedInto = identity;
  logins.forEach((login) => link(identity, login));
  return identity;
}

/** Unlinks providers from an identity. Without any login left, the identity is not accessible any more. */
export function unlink(identity: Identity, providers: readonly string[]): void {
  for (const provider of providers) identity.logins.delete(provider);
}
