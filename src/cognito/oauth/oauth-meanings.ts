import type { MeaningRow } from '../meaning.js';

const NOT_SET_UP: readonly MeaningRow[] = [{ code: 'configuration' }];
const DOWN: readonly MeaningRow[] = [{ code: 'service' }];
/** Without a page (`prompt=none`), the user could not be signed in: the form is there for that. */
const NOT_WITHOUT_A_PAGE: readonly MeaningRow[] = [{ code: 'cancelled', next: 'signIn' }];

/**
 * What the errors of the authorization endpoint and the token endpoint mean (RFC 6749, sections 4.1.2.1 and 5.2; OpenID
 * Connect Core, section 3.1.2.6).
 */
export const OAUTH_MEANINGS: readonly (readonly [error: string, rows: readonly MeaningRow[]])[] = [
  ['access_denied', [{ code: 'cancelled' }]],
  ['consent_required', NOT_WITHOUT_A_PAGE],
  ['interaction_required', NOT_WITHOUT_A_PAGE],
  ['invalid_client', NOT_SET_UP],
  // A code that was used, is too old, or was requested elsewhere.
  ['invalid_grant', [{ code: 'redirect-lost' }]],
  ['invalid_request', [{ message: /time-?d?[ -]?out/i, code: 'service' }, ...NOT_SET_UP]],
  ['invalid_scope', NOT_SET_UP],
  ['login_required', NOT_WITHOUT_A_PAGE],
  ['server_error', DOWN],
  ['temporarily_unavailable', DOWN],
  ['unauthorized_client', NOT_SET_UP],
  ['unsupported_grant_type', NOT_SET_UP],
  ['unsupported_response_type', NOT_SET_UP],
];
