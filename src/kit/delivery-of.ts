import type { CodeDelivery, Step } from '../client/step.js';
import { ownOf } from '../cognito/own.js';

/** Where the code of a step went, if one was sent. */
export function deliveryOf(step: Step | undefined): CodeDelivery | undefined {
  const own = step && ownOf(step);
  return own && 'delivery' in own ? own.delivery : undefined;
}
