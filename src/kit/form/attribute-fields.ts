import { fields } from './fields.js';
import type { Field } from './fields.js';

/** How the standard attributes of Cognito are asked for. */
const attributes = {
  email: fields.email,
  phone_number: fields.phone_number,
  name: { name: 'name', autocomplete: 'name' },
  given_name: { name: 'given_name', autocomplete: 'given-name' },
  middle_name: { name: 'middle_name', autocomplete: 'additional-name' },
  family_name: { name: 'family_name', autocomplete: 'family-name' },
  nickname: { name: 'nickname', autocomplete: 'nickname' },
  preferred_username: { name: 'preferred_username' },
  birthdate: { name: 'birthdate', type: 'date', autocomplete: 'bday' },
  gender: { name: 'gender', autocomplete: 'sex' },
  address: { name: 'address', autocomplete: 'street-address' },
  website: { name: 'website', type: 'url', inputmode: 'url', autocomplete: 'url' },
  profile: { name: 'profile', type: 'url', inputmode: 'url', autocomplete: 'url' },
  picture: { name: 'picture', type: 'url', inputmode: 'url', autocomplete: 'url' },
  locale: { name: 'locale', autocomplete: 'language' },
  zoneinfo: { name: 'zoneinfo' },
} as const satisfies Record<string, Field>;

const known = new Map<string, Field>(Object.entries(attributes));

/** The field of an attribute by Cognito's name. A `custom:` attribute is plain text. */
export const attributeField = (name: string): Field => known.get(name) ?? { name };
