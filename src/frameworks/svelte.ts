import type { HTMLAttributes } from 'svelte/elements';
import type { Elements, Events } from './elements.js';
import type { ListenersOf, PropsOf } from './markup.js';

/** The elements in Svelte 5, which sets properties, and listens to `auth-signed-in` by `onauth-signed-in`. */
export type SvelteElements = {
  [Tag in keyof Elements]: PropsOf<Elements[Tag]> &
    ListenersOf<Events> &
    Omit<HTMLAttributes<Elements[Tag]['element']>, keyof PropsOf<Elements[Tag]>>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteElements {}
}
