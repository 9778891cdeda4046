import { loaders } from '../../define/loaders.js';
import { AuthPiece as Piece } from '../../kit/auth-piece.js';
import type { AuthPieceProps } from '../../kit/auth-piece.js';
import { AuthPiece } from './auth-piece.js';

/** A class of elements. It needs no tag: one that has none is defined when it is shown first. */
export type ElementClass = new () => HTMLElement;

/** A component that is no more than what it shows: a template of Lit, a node, or text. */
export type Render<Props extends AuthPieceProps = AuthPieceProps> = (props: Props) => unknown;

/** What the guides call a component: a class of elements, a tag, or a function of the props. */
export type Component<Props extends AuthPieceProps = AuthPieceProps> = ElementClass | string | Render<Props>;

/** A tag of this package. */
type OurTag = Extract<keyof HTMLElementTagNameMap, `auth-${string}`>;

const isClass = (component: ElementClass | Render<never>): component is ElementClass =>
  component.prototype instanceof HTMLElement;

/**
 * The class of a component that is a class or a function.
 *
 * @throws TypeError for anything else.
 */
export function classOf(component: ElementClass | Render): ElementClass {
  // Called from scripts that no compiler has read.
  if (typeof (component as unknown) !== 'function') {
    throw new TypeError(`A component must be a class of elements, a tag, or a function, not ${typeof component}.`);
  }
  if (isClass(component)) return component;
  return class extends AuthPiece {
    protected showComponent(): unknown {
      return component(this.props);
    }
  };
}

/** The tags of those classes of ours that the guides have names for. */
const tags = new Map<unknown, OurTag>();

/** What `hide` calls the classes that the guides put into it. */
const words = new Map<unknown, string>();

/** A class that `hide` of the authenticator takes in place of a word. */
export function hideable<Class extends ElementClass>(word: string, element: Class): Class {
  words.set(element, word);
  return element;
}

/** The words for a list of words and classes. A class that the guides have no name for stays as it is: it hides nothing. */
export const wordsIn = <Item>(list: readonly Item[]): readonly (Item | string)[] =>
  list.map((item) => words.get(item) ?? item);

/** A class of ours that the guides have a name for: it gets its tag when it is shown first. */
export function named<Class extends ElementClass>(tag: OurTag, element: Class): Class {
  tags.set(element, tag);
  return hideable(tag.slice('auth-'.length), element);
}

/** Defines a class of ours, unless that has been done. */
export function define(tag: OurTag, element: ElementClass): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** Loads what a class of ours, or one that extends it, needs besides: buttons of providers, say. */
function loadPartsOf(element: unknown): void {
  for (let each = element; typeof each === 'function'; each = Object.getPrototypeOf(each)) {
    const tag = tags.get(each);
    // Whatever keeps it from loading, the element works without.
    if (tag && tag in loaders) void loaders[tag as keyof typeof loaders]().catch(() => undefined);
  }
}

/** How many classes have got a tag of their own here. */
let count = 0;

/** The tag of a class: what it is defined as, or is now. */
function tagOf(component: ElementClass): string {
  const known = customElements.getName(component);
  if (known !== null) return known;
  const ours = tags.get(component);
  const tag = ours ?? `auth-component-${(count += 1)}`;
  customElements.define(tag, component);
  loadPartsOf(component);
  return tag;
}

/** An element for a component. */
export const elementOf = (component: string | ElementClass): HTMLElement =>
  document.createElement(typeof component === 'string' ? component : tagOf(component));

/** Gives an element what the authenticator of the guides gives to what stands in it. Pieces know it by themselves. */
export function give(element: HTMLElement, props: AuthPieceProps): void {
  if (!(element instanceof Piece)) Object.assign(element, props);
}
