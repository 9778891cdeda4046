import { AuthError } from './errors.js';
import { fieldsOf, parseJson } from './json.js';
import type { Fields } from './json.js';

/** Longer responses do not come from Cognito. Characters. */
const LONGEST = 1_000_000;

/** The JSON object in a response; undefined when there is none. `isEmpty`: an empty response counts as an empty object. */
export async function jsonOf(response: Response, isEmpty = false): Promise<Fields | undefined> {
  const text = await response.text();
  if (isEmpty && text === '') return {};
  const value = text.length < LONGEST ? parseJson(text) : undefined;
  return typeof value === 'object' && value !== null ? fieldsOf(value) : undefined;
}

/** A response that Cognito has not written: something between here and there has. */
export const badResponse = ({ status }: Response): AuthError =>
  new AuthError(status === 429 ? 'too-many-requests' : 'bad-response', { cause: new Error(`HTTP ${status}`) });

/** A response of an endpoint that is down, or that it has not written. */
export const failureOf = (response: Response): AuthError =>
  response.status >= 500
    ? new AuthError('service', { cause: new Error(`HTTP ${response.status}`) })
    : badResponse(response);
