import { fieldsOf, numberOf, objectOf, textOf } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';
import type { AnySession } from './session.js';

/** A session of a user of an identity pool, who has signed in by the token of a provider. */
export interface IdentitySession extends AnySession {
  readonly kind: 'identity';
  /** Id of the identity. */
  readonly sub: string;
  /** The identity pool, and its endpoint if it is another than that of AWS. */
  readonly pool: string;
  /** Who has issued the token: a key of `Logins`. */
  readonly provider: string;
  readonly token: string;
  /** Brings the next token, at an issuer of OpenID Connect. */
  readonly refreshToken?: string;
  /** What the page knows about the user. */
  readonly user: Fields;
}

/** What a user is called: the first of these that is known. */
const NAMES = ['username', 'name', 'email'];

/** The session of a user with this token. */
export const identitySession = (known: Omit<IdentitySession, 'kind' | 'username'>): IdentitySession => ({
  ...known,
  kind: 'identity',
  username: NAMES.map((name) => textOf(known.user, name)).find(Boolean) ?? known.sub,
});

/** The session in a record; undefined when it is damaged, or that of another identity pool than `pool`, if there is one. */
export function readIdentitySession(record: Fields, pool: string | undefined): IdentitySession | undefined {
  const [sub, provider, token, refreshToken, stored] = ['sub', 'provider', 'token', 'refreshToken', 'pool'].map(
    (name) => textOf(record, name),
  );
  const lifetime = numberOf(record, 'lifetime');
  const isWhole = sub && provider && token && stored && lifetime > 0;
  if (!isWhole || (pool !== undefined && stored !== pool)) return undefined;
  const user = objectOf(record, 'user');
  return identitySession({ sub, provider, token, pool: stored, user, lifetime, ...(refreshToken && { refreshToken }) });
}

/** What is known about the user, as far as it can be shown as text. */
export const attributesOfIdentity = ({ user }: Pick<IdentitySession, 'user'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fieldsOf(user)).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
