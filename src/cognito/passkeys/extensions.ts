import type { Fields } from '../json.js';
import { ownOf } from '../own.js';

/**
 * Options for the browser without extensions (Web Authentication, section 9), none of which Cognito needs. The results are
 * sent to the endpoint, and those of `prf` and `largeBlob` are secrets of the user, by which an app may encrypt its data.
 */
export const withoutExtensions = (options: Fields): Fields =>
  ownOf(Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'extensions')));
