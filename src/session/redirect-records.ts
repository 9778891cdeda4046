import { fieldsOf, numberOf, parseJson, textOf } from '../cognito/json.js';
import { randomText } from '../cognito/random-text.js';
import { STATE_PREFIX } from './arrival.js';
import { webStorage } from './web-storage.js';

/** A redirect that was started in this tab, and whose answer may still come. */
export interface RedirectRecord {
  /** The app client, and the origin of its pages: an answer is taken by no other. */
  readonly clientId: string;
  readonly origin: string;
  /** Where the answer comes to. */
  readonly redirectUri: string;
  /** Has to be in the ID token (OpenID Connect Core, section 3.1.2.1). */
  readonly nonce: string;
  /** Proves that the code is redeemed where it was requested (RFC 7636). */
  readonly verifier: string;
  /** When the redirect was started: epoch milliseconds on this device's clock. */
  readonly at: number;
  /** The provider that the page asked for. */
  readonly provider?: string;
  /** What the page keeps over the redirect. */
  readonly customState?: string;
  /** What the user has typed to identify themselves, for the form if they come back without an answer. */
  readonly loginHint?: string;
}

const PREFIX = 'auth-elements.redirect.';

/** Milliseconds. Cognito's codes are valid for five minutes, its pages for longer. */
const LIFETIME = 15 * 60_000;

/** More are not kept: each was abandoned but for the last ones. */
const MOST = 10;

/** Reads a record back; undefined when it is damaged. */
function parse(text: string | null): RedirectRecord | undefined {
  const fields = fieldsOf(parseJson(text ?? ''));
  const [clientId, origin, redirectUri, nonce, verifier] = [
    'clientId',
    'origin',
    'redirectUri',
    'nonce',
    'verifier',
  ].map((name) => textOf(fields, name));
  const at = numberOf(fields, 'at');
  const [provider, customState, loginHint] = ['provider', 'customState', 'loginHint'].map((name) =>
    textOf(fields, name),
  );
  if (!clientId || !origin || !redirectUri || !nonce || !verifier || !Number.isFinite(at)) return undefined;
  return {
    ...{ clientId, origin, redirectUri, nonce, verifier, at },
    ...(provider !== undefined && { provider }),
    ...(customState !== undefined && { customState }),
    ...(loginHint !== undefined && { loginHint }),
  };
}

/**
 * The redirects that were started in this tab, by their `state`. In sessionStorage: another tab, or a page that was opened
 * with a copied link, cannot finish them.
 */
export class RedirectRecords {
  readonly #now: () => number;

  /** @param now Epoch milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Keeps the record of a redirect that starts now. Those that are too old or too many are removed.
   *
   * @returns Its `state`.
   * @throws DOMException when the store is blocked or full.
   */
  add(record: Omit<RedirectRecord, 'at'>): string {
    const store = webStorage('session');
    const kept = this.#all(store);
    const tooMany = kept.slice(0, Math.max(0, kept.length + 1 - MOST));
    const tooOld = kept.filter((each) => !this.isInTime(each));
    for (const { key } of [...tooMany, ...tooOld]) store.removeItem(key);
    const state = STATE_PREFIX + randomText();
    store.setItem(PREFIX + state, JSON.stringify({ ...record, at: this.#now() }));
    return state;
  }

  /** The record of a `state`, however old; undefined when this tab has not started such a redirect. */
  find(state: string): RedirectRecord | undefined {
    try {
      return parse(webStorage('session').getItem(PREFIX + state));
    } catch {
      // Blocked: then nothing was started here.
      return undefined;
    }
  }

  /**
   * Whether the answer of a redirect has come in time. A clock that was set back meanwhile cannot tell: the code is valid for
   * minutes anyway, and the records are few and end with the tab.
   */
  isInTime({ at }: Pick<RedirectRecord, 'at'>): boolean {
    return this.#now() - at < LIFETIME;
  }

  /** The redirect is over. */
  remove(state: string): void {
    try {
      webStorage('session').removeItem(PREFIX + state);
    } catch {
      // Blocked: there is none.
    }
  }

  /** The oldest first: what is of a time to come was kept before the clock was set back. */
  #all(store: Storage): readonly { readonly key: string; readonly at: number }[] {
    const now = this.#now();
    const isToCome = ({ at }: Pick<RedirectRecord, 'at'>): number => Number(at > now);
    return Object.keys(store)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => ({ key, at: parse(store.getItem(key))?.at ?? -Infinity }))
      .sort((one, other) => isToCome(other) - isToCome(one) || one.at - other.at);
  }
}
