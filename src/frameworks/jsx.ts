import type { Elements, Events } from './elements.js';
import type { ListenersOf, PropsOf } from './markup.js';

/** What any element takes, in any JSX. */
interface HostProps<Element> {
  id?: string | undefined;
  class?: string | undefined;
  className?: string | undefined;
  dir?: string | undefined;
  hidden?: boolean | undefined;
  key?: PropertyKey | undefined;
  lang?: string | undefined;
  part?: string | undefined;
  slot?: string | undefined;
  style?: unknown;
  title?: string | undefined;
  children?: unknown;
  ref?: ((element: Element | null) => unknown) | { current: Element | null } | null | undefined;
}

/** The elements in JSX, for any library that sets properties, and listens to `auth-signed-in` by `onauth-signed-in`. */
export type JsxElements = {
  [Tag in keyof Elements]: PropsOf<Elements[Tag]> & ListenersOf<Events> & HostProps<Elements[Tag]['element']>;
};

declare global {
  namespace JSX {
    interface IntrinsicElements extends JsxElements {}
  }
}
