import { shownTextOf, textOf } from './json.js';
import type { Fields } from './json.js';

/** Where a code was sent. */
export interface CodeDelivery {
  readonly medium: 'sms' | 'email';
  /** Masked by Cognito, for instance `j***@e***`. */
  readonly destination: string;
}

/** What CodeDeliveryDetails say; undefined when nothing was sent. */
export function deliveryOf(details: Fields): CodeDelivery | undefined {
  const destination = shownTextOf(details, 'Destination');
  return destination === undefined
    ? undefined
    : { destination, medium: textOf(details, 'DeliveryMedium') === 'SMS' ? 'sms' : 'email' };
}
