import type { MfaTypes } from '../../config/pool-description.js';
import type { MfaChoiceValue } from './mfa-choice.js';

export type { MfaTypes } from '../../config/pool-description.js';

/** What each choice takes, in the order in which they are shown. */
const CHOICES: Readonly<Record<MfaChoiceValue, keyof MfaTypes>> = {
  totp: 'totp',
  sms: 'sms',
  email: 'email',
  none: 'optional',
};

/** What there is to choose from. */
export const choicesOf = (types: MfaTypes): readonly MfaChoiceValue[] =>
  // Object.keys() answers strings; these are the keys of the table above.
  (Object.keys(CHOICES) as MfaChoiceValue[]).filter((choice) => types[CHOICES[choice]]);
