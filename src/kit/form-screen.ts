import type { ReactiveControllerHost } from 'lit';
import type { Auth } from '../auth.js';
import type { LightContent } from './light-content.js';
import type { Surroundings } from './surroundings.js';

/** The element of a screen. */
export type ScreenHost = ReactiveControllerHost & HTMLElement & { readonly auth: Auth | undefined };

/** What the state of a form needs of its screen. */
export interface FormScreen {
  readonly light: LightContent;
  readonly surroundings: Surroundings;
  /** Called once, when somebody begins to use the form. */
  readonly begin: () => void;
  /** Called when somebody has waited for long. */
  readonly tire: () => void;
}
