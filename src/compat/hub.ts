import { reportThrown, warnOnce } from '../misuse.js';

/** What a listener of {@link HubClass} gets. */
export interface HubCapsule {
  readonly channel: string;
  readonly payload: HubPayload;
  /** Who has sent it: `Auth`. */
  readonly source: string;
  /** What the groups of a listener's regular expression have matched in the message. */
  readonly patternInfo: readonly string[];
}

/** What is sent over a channel. */
export interface HubPayload {
  /** Name of the event: `signIn`. */
  readonly event: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- What it is depends on the event: apps read it unchecked.
  readonly data?: any;
  /** A sentence for developers. */
  readonly message?: string | undefined;
}

/** A listener as a function, or as an object, which the oldest guide has. */
export type HubListener = ((capsule: HubCapsule) => void) | { onHubCapsule(capsule: HubCapsule): void };

/** The channels that the library itself sends over. */
const OWN = new Set(['core', 'auth', 'api', 'analytics', 'interactions', 'pubsub', 'storage', 'ui', 'xr']);

/** With this, a message over one of those channels causes no warning. */
export const LIBRARY = Symbol.for('amplify_default');

const call = (listener: HubListener, capsule: HubCapsule): void =>
  typeof listener === 'function' ? listener(capsule) : listener.onHubCapsule(capsule);

/** Sends messages to listeners, by channel. */
export class HubClass {
  /** Name of the hub, for the console. */
  readonly name: string;
  readonly #all: { readonly channel: string | RegExp; readonly listener: HubListener }[] = [];

  constructor(name: string) {
    this.name = name;
  }

  /**
   * Adds a listener.
   *
   * @param channel A channel, or a regular expression for messages of all channels.
   * @param _name What the guides call the listener. It has no effect.
   * @returns A function that removes it.
   * @throws Error without a listener.
   */
  listen(channel: string | RegExp, listener: HubListener, _name?: string): () => void {
    // Called from scripts that no compiler has read.
    const isListener =
      typeof listener === 'function' ||
      typeof (listener as Partial<typeof listener> | undefined)?.onHubCapsule === 'function';
    if (!isListener) throw new Error('No callback supplied to Hub');
    this.#all.push({ channel, listener });
    return () => this.remove(channel, listener);
  }

  /** Removes a listener that was added for the same channel. */
  remove(channel: string | RegExp, listener: HubListener): void {
    const index = this.#all.findIndex((one) => one.channel === channel && one.listener === listener);
    if (index >= 0) this.#all.splice(index, 1);
  }

  /**
   * Calls the listeners, before it returns. One that throws is reported, and the others are called.
   *
   * @param source Who sends it.
   * @param symbol `Symbol.for('amplify_default')` on the library's own channels.
   */
  dispatch(channel: string, payload: HubPayload, source = '', symbol?: symbol): void {
    if (OWN.has(channel) && symbol !== LIBRARY) {
      warnOnce(`Messages over the channel ${channel} of Hub may be taken for the library's own.`);
    }
    for (const { channel: wanted, listener } of [...this.#all]) {
      const patternInfo = matchOf(wanted, channel, payload);
      if (patternInfo) this.#send(listener, { channel, payload: { ...payload }, source, patternInfo });
    }
  }

  #send(listener: HubListener, capsule: HubCapsule): void {
    try {
      call(listener, capsule);
    } catch (error) {
      reportThrown(`A listener of the channel ${capsule.channel} of Hub has thrown.`, error);
    }
  }
}

/** What the groups have matched; undefined for a message that is not wanted. */
function matchOf(wanted: string | RegExp, channel: string, { message }: HubPayload): readonly string[] | undefined {
  if (typeof wanted === 'string') return wanted === channel ? [] : undefined;
  return message?.match(wanted)?.slice(1);
}

/** The hub that all parts of a page share. */
export const Hub = new HubClass('__default__');
