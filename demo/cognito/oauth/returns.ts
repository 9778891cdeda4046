import type { ReturnedError } from '../store/hosted-pages.js';
import { redirect } from './http.js';
import type { HostedAnswer } from './http.js';

/** Where, and in which part of the address, an app gets its answer. */
export interface Destination {
  readonly redirectUri: string;
  /** `code` returns in the query, `token` in the fragment. Errors return in the query. */
  readonly responseType: 'code' | 'token';
  readonly state: string | undefined;
}

type Parameters = Readonly<Record<string, string | undefined>>;

/** The address of the app stays as it was registered, byte for byte. */
function addressWith(redirectUri: string, mark: '?' | '#', parameters: Parameters): string {
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const separator = mark === '?' && redirectUri.includes('?') ? '&' : mark;
  return redirectUri + separator + new URLSearchParams(given).toString();
}

/** Returns to an app with what it asked for. */
export const returnTo = (
  { redirectUri, responseType, state }: Destination,
  parameters: Parameters,
  cookies: readonly string[] = [],
): HostedAnswer =>
  redirect(addressWith(redirectUri, responseType === 'code' ? '?' : '#', { ...parameters, state }), cookies);

/** Returns to an app with an error. */
export const returnError = ({ redirectUri, state }: Destination, { error, description }: ReturnedError): HostedAnswer =>
  redirect(addressWith(redirectUri, '?', { error, error_description: description, state }));

/** Errors that must not return to an app: it may not be the one that it says. */
export const toErrorPage = (error: string, clientId: string): HostedAnswer =>
  redirect(addressWith('/error', '?', { error, client_id: clientId }));
