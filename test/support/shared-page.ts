import * as compat from '../../src/compat/index.js';
import * as components from '../../src/compat/components/index.js';
import { show, states } from './guides-apps.js';

/** The globals of a page whose app was written by the guides. */
export interface SharedPage {
  readonly compat: typeof compat;
  readonly components: typeof components;
  /** Puts an app of `guides-apps.ts` into the page. */
  readonly show: typeof show;
  /** What its `onStateChange` was called with. */
  readonly states: typeof states;
  /** The events that `Hub` has told about users, with the name of the user. */
  readonly told: readonly string[];
}

declare global {
  interface Window {
    shared: SharedPage;
  }
}

const told: string[] = [];
compat.Hub.listen('auth', ({ payload: { event, data } }) => {
  const user = data as { readonly username?: string } | null | undefined;
  told.push(user?.username === undefined ? event : `${event} ${user.username}`);
});
window.shared = { compat, components, show, states, told };
