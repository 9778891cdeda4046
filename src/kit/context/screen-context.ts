import type { AuthState } from '../../auth-state.js';
import type { AuthEvent } from '../../machine/types.js';
import type { Text } from '../../text/text.js';
import type { Refusal } from '../form/form-problems.js';
import type { AuthSettings } from './settings.js';

/** What a screen lends to its controllers. Read anew each time, since all of it changes. */
export interface ScreenContext {
  readonly text: () => Text;
  readonly state: () => AuthState | undefined;
  readonly settings: () => AuthSettings;
  /** Tells the chart. */
  readonly send: (event: AuthEvent) => void;
  /** The id of the form, and the beginning of all ids in it. */
  readonly formId: string;
  /** The input of a field, as this screen has rendered it; of radio buttons, the one that is chosen. */
  readonly input: (name: string) => HTMLInputElement | undefined;
  /** Announces a sentence to screen readers. */
  readonly say: (sentence: string) => void;
  /** Shows why the form is not sent, and leads the user there. */
  readonly refuse: (refusals: readonly Refusal[]) => void;
}
