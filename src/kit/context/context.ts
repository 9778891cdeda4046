import { createAuth } from '../../auth.js';
import type { Auth, AuthOptions } from '../../auth.js';
import { ownOf } from '../../cognito/own.js';
import type { Text } from '../../text/text.js';
import type { PoolConfig } from '../controllers/pool-controller.js';
import type { AuthSettings } from './settings.js';

/** The key under which providers offer their `Auth` and what else the elements below them share. */
export const authContext = Symbol.for('auth-elements');

type Stop = () => void;
type Callback = (settings: AuthSettings, stop: Stop) => void;

/** What a request for a context says, whichever library makes it. */
export interface ContextRequest {
  readonly context: unknown;
  /** The element that requests it. */
  readonly contextTarget?: Element;
  readonly callback: Callback;
  /** Call back on every change, too. */
  readonly subscribe?: boolean;
}

/**
 * An element requests the context: the nearest provider answers by the callback, and again on every change.
 * {@link https://github.com/webcomponents-cg/community-protocols/blob/main/proposals/context.md}
 */
export class ContextRequestEvent extends Event implements ContextRequest {
  readonly context = authContext;
  readonly subscribe = true;
  readonly contextTarget: Element;
  readonly callback: Callback;

  constructor(contextTarget: Element, callback: Callback) {
    super('context-request', { bubbles: true, composed: true });
    this.contextTarget = contextTarget;
    this.callback = callback;
  }
}

/** What looks for an `Auth` again when there is another provider. */
const seekers = new Set<() => void>();
let pageSettings: AuthSettings = ownOf({});

/** The settings of elements without a provider: the page's default `Auth`, and its text. */
export const defaultSettings = (): AuthSettings => pageSettings;

/** Calls back when the page has got a default or another provider. Returns a function that unsubscribes. */
export function whenOffered(seek: () => void): Stop {
  seekers.add(seek);
  return () => void seekers.delete(seek);
}

/** Has every element look for its `Auth` again, since there may be a nearer one. */
export function offer(): void {
  for (const seek of [...seekers]) seek();
}

/** What can be set for a whole page. */
export interface PageOptions extends AuthOptions {
  /** What elements say. Default: the words for the language around each. */
  readonly text?: Text;
}

/**
 * Sets the `Auth` of all elements that have no other, early or late: from a configuration, or one that exists.
 *
 * @throws ConfigError that names the key.
 */
export function configure(config: PoolConfig | Auth, { text, ...options }: PageOptions = {}): Auth {
  const auth = 'getState' in config ? config : createAuth(config, options);
  pageSettings = ownOf({ auth, text });
  offer();
  return auth;
}
