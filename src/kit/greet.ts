import type { ReactiveElement } from 'lit';
import type { AuthState } from '../auth-state.js';
import type { Text } from '../text/text.js';
import { drawn } from './form/drawn.js';
import { isAroundFocused } from './form/focus.js';
import { greetingName } from './rendering/account-name.js';
import { LiveAnnouncer } from './rendering/live-announcer.js';
import { SET_UP, setUpOf } from './set-up-news.js';

/** Where the page says that a user begins, and where one does otherwise. */
const BEGINNINGS = ['[autofocus]', ':is(h1, h2, h3, h4, h5, h6):not([data-auth])'];

/**
 * A user is signed in, and no greetings have taken the focus, which would be lost: says hello, and leads to the beginning of
 * the app, in the host or else in the page. A page that has moved the focus itself is left alone.
 */
export async function greet(host: ReactiveElement, words: Text, state: AuthState): Promise<void> {
  await drawn();
  const { user } = state;
  const isFocusLost = (document.activeElement ?? document.body) === document.body;
  if (!user || !isFocusLost || isAroundFocused()) return;
  const { en } = await import('../text/en.js');
  const text = words.over(en);
  const setUp = setUpOf(state);
  const hello = text.t('signed-in.hello', { name: greetingName(user) });
  LiveAnnouncer.of(host).say(setUp ? `${text.t(SET_UP[setUp])} ${hello}` : hello, text);
  const beginning = beginningOf([...placesAround(host), document.body]);
  if (!beginning) return;
  if (!beginning.matches('[tabindex], :is(input, select, textarea, button):enabled, a[href]')) beginning.tabIndex = -1;
  beginning.focus();
}

/** The host, the main content around it and its shadow root, and the same for each root around that. */
function placesAround(host: Element): readonly ParentNode[] {
  const root = host.getRootNode();
  const main = host.closest('main, [role=main]');
  return [host, ...(main ? [main] : []), ...(root instanceof ShadowRoot ? [root, ...placesAround(root.host)] : [])];
}

const beginningOf = (places: readonly ParentNode[]): HTMLElement | undefined =>
  places
    .flatMap((place) => BEGINNINGS.flatMap((selector) => [...place.querySelectorAll<HTMLElement>(selector)]))
    .find((element) => element.checkVisibility());
