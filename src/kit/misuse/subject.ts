import type { ScreenName } from '../../auth-state.js';
import type { Auth } from '../../auth.js';

/** The screen that an element shows when the flow reaches it; `any`, if it shows each of them; undefined for none. */
export type Shows = ScreenName | 'any' | undefined;

/** An element that is watched. */
export interface Subject {
  readonly host: Element;
  readonly auth: Auth | undefined;
  /** Whether neither the page nor anything around the element gives it an `Auth`, and none is being built. */
  readonly isAdrift: boolean;
  readonly shows: Shows;
}
