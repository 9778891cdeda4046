import { fields } from './fields.js';
import type { Field } from './fields.js';

/** What can identify a person in a user pool. */
export type LoginMechanism = 'username' | 'email' | 'phone_number';

const ORDER: readonly LoginMechanism[] = ['username', 'email', 'phone_number'];

const NAMES: Readonly<Record<string, string>> = {
  'username email': 'username-or-email',
  'username phone_number': 'username-or-phone',
  'email phone_number': 'email-or-phone',
  'username email phone_number': 'any-identifier',
};

/** The field in which people say who they are. Whatever they type there, password managers know it as the user name. */
export function identifierField(mechanisms: readonly LoginMechanism[] = ['username']): Field {
  const [mechanism = 'username', ...more] = ORDER.filter((name) => mechanisms.includes(name));
  if (more.length) return { ...fields.username, labelKey: NAMES[[mechanism, ...more].join(' ')] ?? 'username' };
  return { ...fields[mechanism], ...fields.username, labelKey: mechanism };
}
