import { randomUUID } from 'node:crypto';
import type { AttributeType, UserStatusType } from '@aws-sdk/client-cognito-identity-provider';
import { aliasExists, invalidParameter, notAuthorized, usernameExists } from '../exceptions.js';
import type { Contact, Pool, User } from './model.js';
import { verifierOf } from './srp.js';

const CONTACT_FORMAT: Record<Contact, RegExp> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  phone_number: /^\+[1-9]\d{4,14}$/,
};
/** How messages call a kind of contact, and what they call the contact itself. */
const KIND: Record<Contact, string> = { email: 'email', phone_number: 'phone number' };
const VALUE: Record<Contact, string> = { email: 'email address', phone_number: 'phone number' };
const CONTACTS = Object.keys(CONTACT_FORMAT) as Contact[];

/** The attributes of every pool (OpenID Connect Core 1.0, section 5.1). Custom ones are not checked. */
const STANDARD: ReadonlySet<string> = new Set([
  ...['address', 'birthdate', 'email', 'email_verified', 'family_name', 'gender', 'given_name', 'locale'],
  ...['middle_name', 'name', 'nickname', 'phone_number', 'phone_number_verified', 'picture'],
  ...['preferred_username', 'profile', 'updated_at', 'website', 'zoneinfo'],
]);

/** The name of a pool in SRP: its id behind the region. */
const srpName = ({ id }: Pool): string => id.slice(id.indexOf('_') + 1);

/** Who somebody is in SRP: the pool and the internal user name. */
export const srpIdentity = (pool: Pool, username: string): string => srpName(pool) + username;

export const isVerified = (user: User, contact: Contact): boolean =>
  user.attributes.get(`${contact}_verified`) === 'true';

const fold = (pool: Pool, name: string): string => (pool.caseSensitive ? name : name.toLowerCase());

/** Finds somebody by what they type: the user name, or a contact that may stand for it. */
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

/** The attributes of a person as a response lists them. */
export const attributeList = ({ sub, attributes }: User): AttributeType[] =>
  [['sub', sub] as const, ...attributes].map(([Name, Value]) => ({ Name, Value }));

/** Refuses what only Cognito says about a person: an address that its owner could call verified would prove nothing. */
export function requireWritable(attributes: ReadonlyMap<string, string>): void {
  const isReserved = (name: string): boolean => name === 'sub' || name.endsWith('_verified');
  if ([...attributes.keys()].some(isReserved)) {
    throw notAuthorized('A client attempted to write unauthorized attribute');
  }
}

/** Refuses an address that cannot be one. */
function requireFormats(attributes: ReadonlyMap<string, string>): void {
  for (const contact of CONTACTS) {
    const value = attributes.get(contact);
    if (value && !CONTACT_FORMAT[contact].test(value)) throw invalidParameter(`Invalid ${VALUE[contact]} format.`);
  }
}

/** Refuses attributes that the schema of the pool does not allow. */
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

/** The kind of contact that a name looks like, if any. */
export const contactNamed = (name: string): Contact | undefined =>
  CONTACTS.find((contact) => CONTACT_FORMAT[contact].test(name));

/** The attributes that a chosen user name brings along; refuses a name that the pool cannot have. */
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

/** Somebody with nothing but a name: no password, no factor, no history. They are in no pool yet. */
export const blankUser = (
  who: Pick<User, 'sub' | 'username' | 'attributes' | 'status' | 'groups' | 'created' | 'modified'>,
): User => ({
  ...who,
  enabled: true,
  verifier: undefined,
  temporaryUntil: undefined,
  totp: undefined,
  pendingTotp: undefined,
  mfa: new Set(),
  preferredMfa: undefined,
  devices: new Map(),
  passkeys: [],
  passkeyMfa: false,
  pendingPasskey: undefined,
  codes: new Map(),
  attempts: new Map(),
});

/** What an account is created with. */
interface Account {
  readonly username: string;
  readonly password: string | undefined;
  readonly attributes?: ReadonlyMap<string, string>;
  readonly status: UserStatusType;
  readonly groups?: readonly string[];
  readonly now: number;
}

/** Refuses an account that the pool cannot have. Tells what its user name brings along. */
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
  // Who is invited by an administrator may be asked for the rest with the first sign-in.
  const isInvited = account.status === 'FORCE_CHANGE_PASSWORD';
  requireSchema(isInvited ? { requiredAttributes: [] } : pool, attributes);
  return { contact, attributes };
}

/** Creates an account. The password is turned into a verifier at once. */
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

/** Sets a password, which ends what was said about a temporary one. */
export function setPassword(pool: Pool, user: User, password: string, now: number): void {
  user.verifier = verifierOf(srpIdentity(pool, user.username), password);
  user.temporaryUntil = undefined;
  user.modified = now;
}

/** Writes attributes. An address that is new is not verified; tells which are. */
export function changeAttributes(user: User, changes: ReadonlyMap<string, string>): Contact[] {
  const changed = CONTACTS.filter((contact) => {
    const value = changes.get(contact);
    return value && value !== user.attributes.get(contact);
  });
  for (const [name, value] of changes) user.attributes.set(name, value);
  for (const contact of changed) user.attributes.set(`${contact}_verified`, 'false');
  return changed;
}

/** Refuses addresses that take the place of a user name, and are somebody else's. */
export function requireFreeUsername(pool: Pool, user: User, changes: ReadonlyMap<string, string>): void {
  for (const contact of pool.usernameAttributes) {
    const owner = findUser(pool, changes.get(contact));
    if (owner && owner !== user) throw aliasExists(`An account with the given ${contact} already exists.`);
  }
}

/** Marks a contact as verified. It can belong to one account only: another one loses it if `force` says so. */
export function verifyContact(pool: Pool, user: User, contact: Contact, force: boolean): void {
  const value = fold(pool, user.attributes.get(contact) ?? '');
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
  user.attributes.set(`${contact}_verified`, 'true');
}

/** Where a person is reached: by the first contact they have, or the first verified one. */
export const contactOf = (user: User, accepts: (contact: Contact) => boolean = () => true): Contact | undefined =>
  CONTACTS.find((contact) => user.attributes.get(contact) && accepts(contact));
