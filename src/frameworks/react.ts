import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Elements, Events } from './elements.js';
import type { ListenersOf, PropsOf } from './markup.js';

/** What React gives any element. */
type HostProps<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element> & { class?: string | undefined };

/** The elements in JSX of React 19: it sets properties, and listens to `auth-signed-in` by `onauth-signed-in`. */
export type ReactElements = {
  [Tag in keyof Elements]: PropsOf<Elements[Tag]> &
    ListenersOf<Events> &
    Omit<HostProps<Elements[Tag]['element']>, keyof PropsOf<Elements[Tag]>>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}
