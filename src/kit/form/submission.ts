import type { ScreenName } from '../../auth-state.js';
import { AuthSubmitEvent } from '../events/auth-events.js';
import type { Values } from '../events/auth-events.js';
import { FormValues } from './form-values.js';

/** What a page adds to a request by its listener of `auth-submit`. */
export type SubmitOptions = Partial<Pick<AuthSubmitEvent, 'clientMetadata' | 'validationData'>> & {
  readonly response?: NonNullable<AuthSubmitEvent['response']>;
};

/** What is about to be sent. */
export interface Submission {
  readonly values: FormValues;
  readonly options: SubmitOptions;
}

/** Asks the page whether values may be sent. Undefined when the page says no. */
export function submissionOf(host: HTMLElement, screen: ScreenName, values: Values): Submission | undefined {
  const event = new AuthSubmitEvent(screen, values);
  if (!host.dispatchEvent(event)) return undefined;
  const { clientMetadata, validationData, response } = event;
  return {
    values: new FormValues(values),
    options: {
      ...(Object.keys(clientMetadata).length > 0 && { clientMetadata }),
      ...(Object.keys(validationData).length > 0 && { validationData }),
      ...(response && { response }),
    },
  };
}
