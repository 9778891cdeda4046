import type { ReactiveController, ReactiveElement } from 'lit';
import type { Text } from '../../text/text.js';

/** How a sentence is said: when the user pauses, or at once. */
export type Urgency = 'status' | 'alert';

/** A sentence, and the language that it is in. */
interface Sentence {
  readonly text: string;
  readonly words: Pick<Text, 'lang' | 'dir'>;
  readonly as: Urgency;
}

// Without the role `alert`: Firefox says a sentence again only in a region without it.
const POLITENESS = { status: 'polite', alert: 'assertive' } as const satisfies Record<Urgency, string>;

/** Screen readers only say what comes into a region that was empty for a moment. Milliseconds. */
const SILENCE = 100;

/** How long a sentence stands in its region at least, where others wait. Milliseconds. */
const STAY = 1500;

/**
 * How long the last one stands: a screen reader that is busy with a new screen reads it late, and finds nothing where it is gone.
 * Users who look around should not find it much later. Milliseconds.
 */
const LINGER = 5000;

/**
 * Says to screen readers what a page shows without moving the focus: one sentence after another, the urgent ones first, in
 * live regions of the host's shadow root.
 */
export class LiveAnnouncer implements ReactiveController {
  static readonly #all = new WeakMap<ReactiveElement, LiveAnnouncer>();
  readonly #host: ReactiveElement;
  readonly #regions: Readonly<Record<Urgency, HTMLElement>>;
  #waiting: readonly Sentence[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lingering: ReturnType<typeof setTimeout> | undefined;

  private constructor(host: ReactiveElement) {
    this.#host = host;
    this.#regions = { status: createRegion('status'), alert: createRegion('alert') };
    // Before what Lit renders, which it may replace.
    host.renderRoot.prepend(...Object.values(this.#regions));
    host.addController(this);
  }

  /** The announcer of an element that was rendered. */
  static of(host: ReactiveElement): LiveAnnouncer {
    let announcer = this.#all.get(host);
    if (!announcer) this.#all.set(host, (announcer = new LiveAnnouncer(host)));
    return announcer;
  }

  /** Says a sentence after those that wait, an urgent one before the others. What waits already is not said twice. */
  say(text: string, words: Sentence['words'], as: Urgency = 'status'): void {
    // What has left the page is not heard.
    if (!this.#host.isConnected) return;
    const others = this.#waiting.filter((sentence) => sentence.text !== text);
    const isUrgent = (sentence: Sentence): boolean => sentence.as === 'alert';
    this.#waiting = [...others, { text, words, as }].sort((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)));
    if (this.#timer === undefined) this.#next();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
    this.#clear();
  }

  #next(): void {
    const [sentence, ...rest] = this.#waiting;
    this.#waiting = rest;
    if (sentence) this.#clear();
    this.#timer = sentence && setTimeout(() => this.#show(sentence), SILENCE);
  }

  #show({ text, words: { lang, dir }, as }: Sentence): void {
    Object.assign(this.#regions[as], { lang, dir, textContent: text });
    this.#timer = setTimeout(() => this.#next(), STAY);
    this.#lingering = setTimeout(() => this.#clear(), LINGER);
  }

  #clear(): void {
    clearTimeout(this.#lingering);
    for (const region of Object.values(this.#regions)) region.textContent = '';
  }
}

function createRegion(as: Urgency): HTMLElement {
  const region = Object.assign(document.createElement('div'), { ariaLive: POLITENESS[as], ariaAtomic: 'true' });
  region.part.add('status');
  return region;
}
