// What stands in the place of React in samples of the guides: JSX makes elements, of tags, of classes of elements, and of
// functions that answer what they show.
import { elementOf } from '../../../src/compat/components/component.js';
import type { ElementClass } from '../../../src/compat/components/component.js';
import { AuthPiece } from '../../../src/compat/components/index.js';

type Props = Readonly<Record<string, unknown>>;
type Type = string | ElementClass | ((props: Props) => unknown);

const isFunction = (type: Type): type is (props: Props) => unknown =>
  typeof type === 'function' && !(type.prototype instanceof HTMLElement);

/** A function as a class: what stands in an authenticator has its state and its user as props, besides its own. */
const pieceOf = (component: (props: Props) => unknown, props: Props): ElementClass =>
  class extends AuthPiece {
    protected showComponent(): unknown {
      return component({ ...this.props, ...props });
    }
  };

const LISTENERS = ['onClick', 'onPress'];

/** An element of JSX. Props are its properties, but for listeners of presses. */
export function h(type: Type, props: Props | null, ...children: (Node | string)[]): HTMLElement {
  if (isFunction(type)) return elementOf(pieceOf(type, props ?? {}));
  const element = elementOf(type);
  for (const [name, value] of Object.entries(props ?? {})) {
    // Samples give functions to these props.
    if (LISTENERS.includes(name)) element.addEventListener('click', value as EventListener);
    else Object.assign(element, { [name]: value });
  }
  element.append(...children);
  return element;
}

/** The base class of components: its props are its properties, and what it renders is among its children. */
export abstract class Component extends HTMLElement {
  get props(): this {
    return this;
  }

  abstract render(): Node;

  connectedCallback(): void {
    if (!this.hasChildNodes()) this.append(this.render());
  }
}

/** Runs an effect when what is rendered stands in the page. */
export const useEffect = (effect: () => void): void => queueMicrotask(effect);

export const ReactDOM = { render: (element: Node, parent: Node) => void parent.appendChild(element) };
