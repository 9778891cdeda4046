/**
 * What the sign-in pages, or another issuer, have sent to this page in its address (RFC 6749, section 4.1.2; in the fragment
 * after an implicit grant). Taken out of the address before anything else can read or send it; nothing is decided here.
 */
export interface Arrival {
  /** The parameters, as they were written. */
  readonly parameters: string;
  /** Whether there was an answer in the query, and another one in the fragment. */
  readonly isDouble: boolean;
  /** Where it arrived: the address without the answer. */
  readonly address: string;
}

/** How the `state` of a redirect begins that was started here. Any other belongs to another library. */
export const STATE_PREFIX = 'ae-';

const OURS = new RegExp(`(^|&)state=${STATE_PREFIX}`);

/** The parameters of an answer. */
const ANSWER = /^(code|state|error(_\w+)?|iss|session_state|access_token|id_token|token_type|expires_in|scope)(=|$)/;

let arrival: Arrival | undefined;

/** The part of an address that begins with this character, without the answer. */
function withoutAnswer(mark: string, pairs: string): string {
  const others = pairs.split('&').filter((pair) => !ANSWER.test(pair));
  return others.length > 0 ? mark + others.join('&') : '';
}

/** Takes an answer that was sent to this page out of its address. Other parameters stay, letter by letter. */
export function takeArrival(): void {
  if (typeof history !== 'object') return;
  const { origin, pathname, search, hash } = location;
  const [query, fragment] = [search.slice(1), hash.slice(1)];
  const [inQuery, inFragment] = [OURS.test(query), OURS.test(fragment)];
  if (!inQuery && !inFragment) return;
  const address =
    origin +
    pathname +
    (inQuery ? withoutAnswer('?', query) : search) +
    (inFragment ? withoutAnswer('#', fragment) : hash);
  arrival = { parameters: inQuery ? query : fragment, isDouble: inQuery && inFragment, address };
  history.replaceState(history.state, '', address);
}

/** The answer that was taken, until it is dropped. */
export const arrived = (): Arrival | undefined => arrival;

/** Drops the answer: it was used, or is of no use. */
export function dropArrival(): void {
  arrival = undefined;
}
