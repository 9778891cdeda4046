import type { ScreenName } from '../../auth-state.js';
import { AuthSubmitEvent } from '../events/auth-events.js';
import type { Values } from '../events/auth-events.js';
import type { Refusal } from './form-problems.js';
import { FormValues } from './form-values.js';

/** What a page adds to a request by its listener of `auth-submit`. */
export type SubmitOptions = Partial<Pick<AuthSubmitEvent, 'clientMetadata' | 'validationData'>> & {
  readonly response?: NonNullable<AuthSubmitEvent['response']>;
};

/** What is about to be sent. */
export interface Submission {
  readonly values: FormValues;
  readonly options: SubmitOptions;
  /** Whether the page lets it be sent. */
  readonly isWanted: boolean;
  /** What the page finds wrong with it. */
  readonly refusals: readonly Refusal[];
}

/** Asks the page whether values may be sent. */
export function submissionOf(host: HTMLElement, screen: ScreenName, values: Values): Submission {
  const event = new AuthSubmitEvent(screen, values);
  const isWanted = host.dispatchEvent(event);
  event.fail = () => {
    const tell = import('../misuse/tell-late-problem.js');
    // Whatever keeps it from loading shows elsewhere.
    void tell.then(({ tellLateProblem }) => tellLateProblem()).catch(() => undefined);
  };
  const { clientMetadata, validationData, response, problems } = event;
  return {
    isWanted,
    refusals: problems.map(({ field, message }) => ({ field, message: () => message })),
    values: new FormValues(values),
    options: {
      ...(Object.keys(clientMetadata).length > 0 && { clientMetadata }),
      ...(Object.keys(validationData).length > 0 && { validationData }),
      ...(response && { response }),
    },
  };
}
