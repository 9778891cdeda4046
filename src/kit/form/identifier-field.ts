import type { LoginMechanism } from '../../config/pool-description.js';
import type { Field } from './fields.js';
import { signInFields } from './sign-in-fields.js';

export type { LoginMechanism } from '../../config/pool-description.js';

const ORDER: readonly LoginMechanism[] = ['username', 'email', 'phone_number'];

/** The field that identifies the user. Whatever is typed there, password managers know it as the username. */
export function identifierField(mechanisms: readonly LoginMechanism[] = ['username']): Field {
  const [mechanism = 'username', ...more] = ORDER.filter((name) => mechanisms.includes(name));
  const labelKey = [mechanism, ...more].join('-or-');
  const type = mechanism === 'username' ? 'identifier' : 'contact';
  return {
    ...(!more.length && signInFields[mechanism]),
    ...(more.includes('phone_number') && { type }),
    ...signInFields.username,
    labelKey,
  };
}
