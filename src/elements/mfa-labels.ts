import type { MfaChoiceValue } from '../kit/mfa/mfa-choice.js';
import type { PlainKey } from '../text/text.js';

/** What each second factor is called, and what it is called to have none. */
export const mfaLabels = {
  totp: 'mfa.totp',
  sms: 'mfa.sms',
  email: 'mfa.email',
  none: 'select-mfa-type.none',
} as const satisfies Record<MfaChoiceValue, PlainKey>;
