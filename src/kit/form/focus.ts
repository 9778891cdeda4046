import type { LitElement } from 'lit';
import { drawn } from './drawn.js';
import type { LightContent } from '../rendering/light-content.js';
import type { Urgency } from '../rendering/live-announcer.js';

/** A form on a page, and how its user is told what changes. */
export interface FormPlace {
  readonly host: LitElement;
  readonly light: LightContent;
  readonly say: (sentence: string, as?: Urgency) => void;
}

/** What a form begins with. */
export interface Arrival {
  /** What has just happened, if that is not what the form says. */
  readonly news: string;
  readonly headline: string;
  /** The form begins with something to read. */
  readonly readsFirst: boolean;
}

/** What is wrong, and the input that it is about, if it is about one. */
export interface Problem {
  readonly sentence: string;
  readonly input: HTMLInputElement | undefined;
}

/** Whether nothing else on the page has the focus: then a new screen may take it. */
function isFocusFree(host: Element): boolean {
  const root = host.getRootNode();
  const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  // A shadow root knows of no focus outside of it.
  if (!active && root instanceof ShadowRoot) return isFocusFree(root.host);
  return !active || active === document.body || active.contains(host) || host.contains(active);
}

/** Whether the page around this one has the focus. A window of its own may be behind another one, and takes nothing from it. */
export const isAroundFocused = (): boolean => window.parent !== window && !document.hasFocus();

/** The first input of a form that is still empty. */
export const firstEmpty = (content: LightContent): HTMLInputElement | undefined =>
  content.inForm<HTMLInputElement>('input[data-auth]').find((input) => !input.hidden && !input.value);

type Control = HTMLInputElement | HTMLButtonElement;

/** Pages disable what is submitted, since they expect another page to follow. */
function enable(host: Element): void {
  for (const control of host.querySelectorAll<Control>('[data-auth]:disabled')) control.disabled = false;
}

/**
 * Gives an element in a host the focus, unless something else has it, on the page or around it. What is in an input can be
 * typed over, and no control stays disabled. Returns whether the focus came there just now: screen readers say what it comes to.
 */
export function takeFocus(host: Element, part: HTMLElement | null | undefined): boolean {
  enable(host);
  // Some pages do so a moment after the event.
  void drawn().then(() => enable(host));
  if (!part || isAroundFocused() || !isFocusFree(host)) return false;
  const hadFocus = part.matches(':focus');
  part.focus();
  if (part instanceof HTMLInputElement) part.select();
  return !hadFocus && part.matches(':focus');
}

/** A form has come: puts the cursor where the user goes on, and says what a screen reader does not find there. */
export async function arrive({ host, light, say }: FormPlace, { news, headline, readsFirst }: Arrival): Promise<void> {
  const isWithin = (): boolean => host.matches(':focus-within');
  const wasWithin = isWithin();
  await drawn();
  // A user who has begun goes on.
  const hasBegun = !wasWithin && isWithin();
  const input = readsFirst ? undefined : firstEmpty(light);
  const isMoved = !hasBegun && takeFocus(host, input ?? inFrame(host, 'heading') ?? host);
  // A heading is described by what stands below it.
  const isRead = isMoved && !input;
  const form = [headline, inFrame(host, 'description')?.textContent.trim()].filter(Boolean).join(': ');
  const unsaid = isRead ? news : `${news} ${form}`;
  if (unsaid) say(unsaid);
}

/** Something is wrong: goes to the input that it is about, else to the words, or says it where the focus does not move. */
export function leadTo({ host, light, say }: FormPlace, { sentence, input }: Problem): void {
  if (!takeFocus(host, input ?? light.inForm('[data-auth=alert]')[0])) say(sentence, 'alert');
}

const inFrame = (host: LitElement, part: string): HTMLElement | null =>
  host.renderRoot.querySelector<HTMLElement>(`[part=${part}]`);
