import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { loadReader } from '../../src/kit/form/load-reader.js';
import { descriptionOf } from './description-of.js';

/** How long a user waits for what they expect. Milliseconds. */
const PATIENCE = 20_000;

type Root = Element | ShadowRoot;

/** The children of a node on the screen: through shadow roots, and through slots to their content. */
function childrenOf(node: Node): readonly Node[] {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return assigned.length ? assigned : [...node.childNodes];
  }
  return [...(node instanceof Element && node.shadowRoot ? node.shadowRoot : node).childNodes];
}

const isHidden = (element: Element): boolean => {
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
};

const isRegion = (element: Element): boolean => element.matches('[aria-live]');

/** Every node on the screen, in reading order. */
function* shown(node: Node): Generator<Node> {
  if (node instanceof Element && (isHidden(node) || isRegion(node))) return;
  yield node;
  for (const child of childrenOf(node)) yield* shown(child);
}

/** Every element of the flat tree, on the screen or not. */
function* all(node: Node): Generator<Element> {
  if (node instanceof Element) yield node;
  for (const child of childrenOf(node)) yield* all(child);
}

const squeeze = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The text on the screen. */
const textOf = (root: Root): string =>
  squeeze([...shown(root)].map((node) => (node instanceof Text ? node.data : '')).join(' '));

/** The accessible name of an element, as far as these pages need it. */
export function nameOf(element: Element): string {
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  return squeeze(
    element.getAttribute('aria-label') ?? (labels.map(({ textContent }) => textContent).join(' ') || textOf(element)),
  );
}

/** The element that has the focus, inside of shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Waits until a function returns something. Fails with what was on the screen instead. */
export async function eventually<Found>(
  find: () => Found | undefined | null | false | Promise<Found | undefined | null | false>,
  failure: () => string,
): Promise<Found> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error(failure());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * Records what a screen reader says from now on: the text of live regions, also of later ones, as it is soon replaced; and
 * the name and the description of what gets the focus.
 */
function listen(root: Root): readonly string[] {
  const said: string[] = [];
  root.addEventListener('focusin', () => {
    const element = focused();
    if (element) said.push(`${nameOf(element)} ${descriptionOf(element)}`.trim());
  });
  const last = new Map<Node, string>();
  const listenIn = (place: Node): void =>
    observer.observe(place, { childList: true, characterData: true, subtree: true });
  const note = (): void => {
    for (const element of all(root)) {
      if (element.shadowRoot && !last.has(element.shadowRoot)) {
        last.set(element.shadowRoot, '');
        listenIn(element.shadowRoot);
      }
      if (!isRegion(element)) continue;
      const sentence = squeeze(element.textContent);
      if (sentence && sentence !== last.get(element)) said.push(sentence);
      last.set(element, sentence);
    }
  };
  const observer = new MutationObserver(note);
  listenIn(root);
  note();
  return said;
}

/** The position of an element in the window, once it has stopped moving. */
async function resting(element: Element): Promise<DOMRect> {
  let box = element.getBoundingClientRect();
  await eventually(
    async () => {
      // Each time: what comes above it moves it out of the window again.
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const before = box;
      box = element.getBoundingClientRect();
      return before.x === box.x && before.y === box.y;
    },
    () => `“${nameOf(element)}” never stops moving.`,
  );
  return box;
}

const POINTER = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const;

/** Clicks an element where it is. Returns false, and has clicked nothing, if it had moved away until the pointer was there. */
async function hits(control: HTMLElement): Promise<boolean> {
  const { x, y, width, height } = await resting(control);
  let isMissed = false;
  const guard = (event: Event): void => {
    isMissed ||= !event.composedPath().includes(control);
    if (!isMissed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of POINTER) addEventListener(type, guard, true);
  const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
  // Firefox refuses to click outside of the window.
  await sendMouse({ type: 'click', position }).catch(async () => {
    isMissed = true;
    await resetMouse();
  });
  for (const type of POINTER) removeEventListener(type, guard, true);
  return !isMissed;
}

/** A user of a part of the page, who finds things by their text, and uses real keys and a real pointer. */
export class User {
  readonly #root: Root;
  readonly #said: readonly string[];
  /** What is loaded by the first key, so that it does not come in the middle of what follows. */
  readonly #begun = loadReader();
  #heard = 0;

  constructor(root: Root) {
    this.#root = root;
    this.#said = listen(root);
  }

  /** Everything that the user can read. */
  get view(): string {
    return textOf(this.#root);
  }

  /** What was heard from the beginning, sentence by sentence. */
  get heard(): readonly string[] {
    return this.#said;
  }

  /** The input with this label. */
  field(label: string): Promise<HTMLInputElement> {
    return this.#find(
      `a field “${label}”`,
      (element): element is HTMLInputElement => element instanceof HTMLInputElement && nameOf(element) === label,
    );
  }

  /** The button or link with this name. */
  control(name: string): Promise<HTMLElement> {
    return this.#find(
      `a button “${name}”`,
      (element): element is HTMLElement =>
        element instanceof HTMLElement && element.matches('button, a, summary') && nameOf(element) === name,
    );
  }

  /** The heading of the screen. */
  heading(text: string): Promise<HTMLElement> {
    return this.#find(
      `a heading “${text}”`,
      (element): element is HTMLElement =>
        element instanceof HTMLElement && element.matches('h1, h2, h3, h4, h5, h6') && nameOf(element) === text,
    );
  }

  /** Replaces the value of a field, key by key. */
  async types(label: string, text: string): Promise<void> {
    await this.#begun;
    const field = await this.field(label);
    field.focus();
    field.select();
    await (text ? sendKeys({ type: text }) : sendKeys({ press: 'Delete' }));
  }

  /** Presses a key where the focus is. */
  async presses(key: string): Promise<void> {
    await this.#begun;
    await sendKeys({ press: key });
  }

  /** Clicks the button or link with this name. */
  async clicks(name: string): Promise<void> {
    await this.#begun;
    const control = await this.control(name);
    while (!(await hits(control)));
  }

  /** Reads this somewhere, at once or after a while. */
  async reads(text: string): Promise<void> {
    await eventually(
      () => this.view.includes(text),
      () => `“${text}” cannot be read, but: ${this.view}`,
    );
  }

  /** Sees something with this text. The same as `reads`, for more than text. */
  async sees(text: string): Promise<void> {
    await this.reads(text);
  }

  /** No longer sees this anywhere. */
  async misses(text: string): Promise<void> {
    await eventually(
      () => !this.view.includes(text),
      () => `“${text}” is still there: ${this.view}`,
    );
  }

  /** Hears this from a screen reader, after what was heard before: it is announced, or gets the focus, or describes that. */
  async hears(text: string): Promise<void> {
    const news = () => this.#said.slice(this.#heard);
    const index = await eventually(
      () => news().findIndex((sentence) => sentence.includes(text)) + 1,
      () => `“${text}” is not heard, but: ${news().join(' | ')}`,
    );
    this.#heard += index;
  }

  /** Finds the focus where it is expected: on the field, button or heading with this name. */
  async isAt(name: string): Promise<void> {
    await eventually(
      () => {
        const element = focused();
        return element && nameOf(element) === name;
      },
      () => `The focus is not at “${name}”, but at “${nameOf(focused() ?? document.body)}”`,
    );
  }

  async #find<Found extends Element>(what: string, is: (element: Node) => element is Found): Promise<Found> {
    return eventually(
      () => [...shown(this.#root)].find(is),
      () => `There is no ${what} in: ${this.view}`,
    );
  }
}
