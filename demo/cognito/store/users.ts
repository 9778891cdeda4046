import { randomUUID } from 'node:crypto';
import type { AttributeType, UserStatusType } from '@aws-sdk/client-cognito-identity-provider';
import { aliasExists, invalidParameter, notAuthorized, usernameExists } from '../exceptions.js';
import type { Contact, Pool, User } from './model.js';
import { verifierOf } from './srp.js';

const CONTACT_FORMAT: Record<Contact, RegExp> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  phone_number: /^\+[1-9]\d{4,14}$/,
};
/** How Cognito's messages name a kind of contact, and its value. */
const KIND: Record<Contact, string> = { email: 'email', phone_number: 'phone number' };
const VALUE: Record<Contact, string> = { email: 'email address', phone_number: 'phone number' };
const CONTACTS = Object.keys(CONTACT_FORMAT) as Contact[];

/** The standard attributes (OpenID Connect Core 1.0, section 5.1). Custom ones are not checked. */
const STANDARD: ReadonlySet<string> = new Set([
  ...['address', 'birthdate', 'email', 'email_verified', 'family_name', 'gender', 'given_name', 'locale'],
  ...['middle_name', 'name', 'nickname', 'phone_number', 'phone_number_verified', 'picture'],
  ...['preferred_username', 'profile', 'updated_at', 'website', 'zoneinfo'],
]);

/** The name of a pool in SRP: its id without the region. */
const srpName = ({ id }: Pool): string => id.slice(id.indexOf('_') + 1);

/** The identity of a user in SRP: the pool's name and the internal user name. */
export const srpIdentity = (pool: Pool, username: string): string => srpName(pool) + username;

export const isVerified = (user: User, contact: Contact): boolean =>
  user.attributes.get(`${contact}_verified`) === 'true';

const fold = (pool: Pool, name: string): string => (pool.caseSensitive ? name : name.toLowerCase());

/** Whether a name is the user name, and no alias. */
export const isUsername = (pool: Pool, { username }: User, name: string): boolean =>
  fold(pool, username) === fold(pool, name);

/** Finds a user by user name, or by a contact that the pool accepts instead. */
export function findUser(pool: Pool, name: string | undefined): User | undefined {
  if (!name) return undefined;
  const wanted = fold(pool, name);
  const has = (user: User, contact: Contact): boolean => fold(pool, user.attributes.get(contact) ?? '') === wanted;
  return (
    pool.users.find((user) => fold(pool, user.username) === wanted) ??
    pool.users.find((user) => pool.usernameAttributes.some((contact) => has(user, contact))) ??
    pool.users.find((user) => pool.aliasAttributes.some((contact) => has(user, contact) && isVerified(user, contact)))
  );
}

/** The attributes of a request, by name. */
export const attributesOf = (list: readonly AttributeType[] = []): Map<string, string> =>
  new Map(list.map(({ Name, Value }) => [Name ?? '', Value ?? '']));

/** The attributes of a user as a response lists them. */
export const attributeList = (user: User): AttributeType[] =>
  [['sub', user.sub] as const, ...user.attributes, ...identitiesAttribute(user)].map(([Name, Value]) => ({
    Name,
    Value,
  }));

/** The `identities` of a user, as tokens have them: with strings for all members. */
export const identitiesOf = ({ identities }: User): object[] =>
  identities.map((one) => ({ ...one, primary: 'true', dateCreated: String(one.dateCreated) }));

/** The attribute of that name: JSON, and only for users of an identity provider. */
export const identitiesAttribute = (user: User): [string, string][] =>
  user.identities.length ? [['identities', JSON.stringify(identitiesOf(user))]] : [];

/** Throws for attributes that only Cognito may write: `sub`, and whether a contact is verified. */
export function requireWritable(attributes: ReadonlyMap<string, string>): void {
  const isReserved = (name: string): boolean => name === 'sub' || name.endsWith('_verified');
  if ([...attributes.keys()].some(isReserved)) {
    throw notAuthorized('A client attempted to write unauthorized attribute');
  }
}

/** Throws for a malformed e-mail address or phone number. */
function requireFormats(attributes: ReadonlyMap<string, string>): void {
  for (const contact of CONTACTS) {
    const value = attributes.get(contact);
    if (value && !CONTACT_FORMAT[contact].test(value)) throw invalidParameter(`Invalid ${VALUE[contact]} format.`);
  }
}

/** Throws for attributes that do not conform to the schema of the pool. */
export function requireSchema(
  { requiredAttributes }: Pick<Pool, 'requiredAttributes'>,
  attributes: ReadonlyMap<string, string>,
): void {
  requireFormats(attributes);
  const unknown = [...attributes.keys()].filter((name) => !STANDARD.has(name) && !name.startsWith('custom:'));
  const missing = requiredAttributes.filter((name) => !attributes.get(name));
  const reasons = [
    ...unknown.map((name) => `${name}: Attribute does not exist in the schema.\n`),
    ...missing.map((name) => `${name}: The attribute is required\n`),
  ];
  if (reasons.length) throw invalidParameter(`Attributes did not conform to the schema: ${reasons.join('')}`);
}

/** The kind of contact that a name has the format of, if any. */
export const contactNamed = (name: string): Contact | undefined =>
  CONTACTS.find((contact) => CONTACT_FORMAT[contact].test(name));

/** The contact that a new user name is, if any. Throws for a name that the pool does not allow. */
function contactAsName(pool: Pool, name: string): Contact | undefined {
  if (!/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u.test(name)) {
    throw invalidParameter(
      "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+",
    );
  }
  const contact = contactNamed(name);
  if (pool.usernameAttributes.length) {
    if (contact && pool.usernameAttributes.includes(contact)) return contact;
    throw invalidParameter(
      pool.usernameAttributes.length > 1
        ? 'Username should be either an email or a phone number.'
        : pool.usernameAttributes[0] === 'email'
          ? 'Username should be an email.'
          : 'Username should be a phone number.',
    );
  }
  if (contact && pool.aliasAttributes.includes(contact)) {
    throw invalidParameter(
      `Username cannot be of ${KIND[contact]} format, since user pool is configured for ${KIND[contact]} alias.`,
    );
  }
  return undefined;
}

/** A user without password, factors and history, not yet in a pool. */
export const blankUser = (
  profile: Pick<User, 'sub' | 'username' | 'attributes' | 'status' | 'groups' | 'created' | 'modified'>,
): User => ({
  ...profile,
  enabled: true,
  verifier: undefined,
  temporaryUntil: undefined,
  totp: undefined,
  pendingTotp: undefined,
  mfa: new Set(),
  preferredMfa: undefined,
  devices: new Map(),
  passkeys: [],
  identities: [],
  passkeyMfa: false,
  pendingPasskey: undefined,
  codes: new Map(),
  pendingContacts: new Map(),
  attempts: new Map(),
});

/** The values of a new account. */
interface Account {
  readonly username: string;
  readonly password: string | undefined;
  readonly attributes?: ReadonlyMap<string, string>;
  readonly status: UserStatusType;
  readonly groups?: readonly string[];
  readonly now: number;
}

/** Throws for a new account that the pool does not allow. Returns its attributes, with the contact that is its name. */
export function requireNewUser(
  pool: Pool,
  account: Account,
): { readonly contact: Contact | undefined; readonly attributes: Map<string, string> } {
  const attributes = new Map(account.attributes);
  requireFormats(attributes);
  const contact = contactAsName(pool, account.username);
  if (contact) attributes.set(contact, account.username);
  if (findUser(pool, account.username)) {
    throw usernameExists(contact ? `An account with the given ${contact} already exists.` : 'User already exists');
  }
  // NEW_PASSWORD_REQUIRED asks for required attributes that an administrator left out.
  const isInvited = account.status === 'FORCE_CHANGE_PASSWORD';
  requireSchema(isInvited ? { requiredAttributes: [] } : pool, attributes);
  return { contact, attributes };
}

/** Creates a user. */
export function createUser(pool: Pool, options: Account): User {
  const { contact, attributes } = requireNewUser(pool, options);
  const sub = randomUUID();
  const user = blankUser({
    sub,
    username: contact ? sub : fold(pool, options.username),
    attributes,
    status: options.status,
    groups: options.groups ?? [],
    created: options.now,
    modified: options.now,
  });
  if (options.password !== undefined) setPassword(pool, user, options.password, options.now);
  pool.users.push(user);
  return user;
}

/** Sets a permanent password. */
export function setPassword(pool: Pool, user: User, password: string, now: number): void {
  user.verifier = verifierOf(srpIdentity(pool, user.username), password);
  user.temporaryUntil = undefined;
  user.modified = now;
}

/**
 * Writes attributes. Returns the contacts that changed: they are not verified any more. Those of `later` keep their value
 * until the new one is verified.
 */
export function changeAttributes(
  user: User,
  changes: ReadonlyMap<string, string>,
  later: readonly Contact[] = [],
): Contact[] {
  const changed = CONTACTS.filter((contact) => {
    const value = changes.get(contact);
    return value && value !== user.attributes.get(contact);
  });
  const pending = changed.filter((contact) => later.includes(contact));
  for (const [name, value] of changes) {
    const contact = CONTACTS.find((one) => one === name);
    if (contact) user.pendingContacts.delete(contact);
    if (contact && pending.includes(contact)) user.pendingContacts.set(contact, value);
    else user.attributes.set(name, value);
  }
  for (const contact of changed) if (!pending.includes(contact)) user.attributes.set(`${contact}_verified`, 'false');
  return changed;
}

/** Throws for contacts that are the user name of another user. */
export function requireFreeUsername(pool: Pool, user: User, changes: ReadonlyMap<string, string>): void {
  for (const contact of pool.usernameAttributes) {
    const owner = findUser(pool, changes.get(contact));
    if (owner && owner !== user) throw aliasExists(`An account with the given ${contact} already exists.`);
  }
}

/** The user as they will be once their new contacts are verified. Codes and attempts stay those of the user. */
export const withPendingContacts = (user: User): User => ({
  ...user,
  attributes: new Map([...user.attributes, ...user.pendingContacts]),
});

/** Marks the value of a contact as verified. Throws if it is an alias of another user, who loses it with `force`. */
export function verifyContact(
  pool: Pool,
  user: User,
  contact: Contact,
  {
    force = false,
    address = user.attributes.get(contact) ?? '',
  }: { readonly force?: boolean | undefined; readonly address?: string | undefined } = {},
): void {
  const value = fold(pool, address);
  const isAlias = pool.aliasAttributes.includes(contact) || pool.usernameAttributes.includes(contact);
  const owner =
    isAlias &&
    pool.users.find(
      (other) =>
        other !== user && fold(pool, other.attributes.get(contact) ?? '') === value && isVerified(other, contact),
    );
  if (owner) {
    if (!force) throw aliasExists(`An account with the ${contact} already exists.`);
    owner.attributes.set(`${contact}_verified`, 'false');
  }
  user.attributes.set(contact, address).set(`${contact}_verified`, 'true');
}

/** The first contact of the user that `accepts` accepts: e-mail before phone number. */
export const contactOf = (user: User, accepts: (contact: Contact) => boolean = () => true): Contact | undefined =>
  CONTACTS.find((contact) => user.attributes.get(contact) && accepts(contact));
