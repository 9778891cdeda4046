import type { FormPlace, Problem } from './focus.js';
import { withReader } from './load-reader.js';

/** Leads a user to what is wrong; to the words about the whole form where what knows better cannot be loaded. */
export const lead = (place: FormPlace, problem: Problem): void =>
  withReader(
    ({ leadTo }) => leadTo(place, problem),
    () => place.light.inForm('[data-auth=alert]')[0]?.focus(),
  );
