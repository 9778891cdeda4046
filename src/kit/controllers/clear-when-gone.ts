import type { ReactiveControllerHost } from 'lit';
import { onFirstUse } from '../events/on-first-use.js';
import { withReader } from '../form/load-reader.js';
import { ClearSecretsOnLeaveController } from './clear-secrets-on-leave-controller.js';

/** Has what is secret cleared when the page is left, and when the form is not shown any more. */
export function clearWhenGone(host: ReactiveControllerHost & HTMLElement, clear: () => void): void {
  new ClearSecretsOnLeaveController(host, clear);
  // Before, there is nothing to clear. What keeps the reader from loading is told when the form is sent.
  onFirstUse(host, () =>
    withReader(({ HiddenController }) => {
      new HiddenController(host, clear);
    }),
  );
}
