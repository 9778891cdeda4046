import { randomInt } from 'node:crypto';
import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import { codeMismatch, expiredCode, limitExceeded } from '../exceptions.js';
import type { Contact, User } from './model.js';
import type { MessageKind, MessageOptions } from './outbox.js';
import type { Store } from './store.js';

const HOUR = 3_600_000;

/** The lifetime of a code, in milliseconds. */
const LIFETIME = {
  'sign-up': 24 * HOUR,
  'forgot-password': HOUR,
  attribute: 24 * HOUR,
} as const satisfies Partial<Record<MessageKind, number>>;

/** What a code is sent for. */
export type CodePurpose = keyof typeof LIFETIME;

/** How many codes a user may request, and try, within an hour. */
const LIMIT = { send: 5, try: 5 } as const;

/** A random number with leading zeros. */
export const newCode = (digits = 6): string => String(randomInt(10 ** digits)).padStart(digits, '0');

/** Sends the user a code for a purpose. The previous one stops working. */
export function sendCode(
  store: Store,
  user: User,
  contact: Contact,
  purpose: CodePurpose,
  options?: MessageOptions,
): CodeDeliveryDetailsType {
  count(store, user, 'send', keyOf(purpose, contact));
  const value = newCode();
  user.codes.set(keyOf(purpose, contact), { value, expiresAt: store.now() + LIFETIME[purpose] });
  return store.outbox.send(purpose, user, contact, value, store.now(), options);
}

/**
 * Checks a code and calls `use` with the contact that it was sent to. The code is used up once `use` has succeeded.
 * Throws for a wrong or expired code, and after too many tries.
 */
export function redeemCode(
  store: Store,
  user: User,
  purpose: CodePurpose,
  given: string,
  use: (contact: Contact) => void,
  contacts: readonly Contact[] = ['email', 'phone_number'],
): void {
  const sent = contacts.find((one) => user.codes.has(keyOf(purpose, one)));
  if (!sent) throw expiredCode();
  const key = keyOf(purpose, sent);
  count(store, user, 'try', key);
  const code = user.codes.get(key);
  if (!code || code.expiresAt <= store.now()) throw expiredCode();
  if (code.value !== given) throw codeMismatch();
  use(sent);
  user.codes.delete(key);
  user.attempts.delete(`try ${key}`);
}

const keyOf = (purpose: CodePurpose, contact: Contact): string => `${purpose} ${contact}`;

function count(store: Store, user: User, what: keyof typeof LIMIT, key: string): void {
  const recent = (user.attempts.get(`${what} ${key}`) ?? []).filter((at) => at > store.now() - HOUR);
  if (recent.length >= LIMIT[what]) throw limitExceeded();
  user.attempts.set(`${what} ${key}`, [...recent, store.now()]);
}
