import { textOf } from './fields.js';
import type { Fields } from './fields.js';

/** Where Cognito says that it sent a code. */
export interface Delivery {
  readonly medium: 'sms' | 'email';
  readonly destination: string;
}

/** What CodeDeliveryDetails say; undefined when nothing was sent. */
export function deliveryOf(details: Fields): Delivery | undefined {
  const destination = textOf(details, 'Destination');
  return destination === undefined
    ? undefined
    : { destination, medium: textOf(details, 'DeliveryMedium') === 'SMS' ? 'sms' : 'email' };
}
