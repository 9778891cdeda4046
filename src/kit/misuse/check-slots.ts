import { warnOnce } from '../../misuse.js';
import { isScreen } from './screens.js';

/** Tells which children of an element are not shown, because it has no slot of the name that they ask for. */
export function checkSlots(host: Element): void {
  const root = host.shadowRoot;
  // A screen that is not shown has no slots at all.
  if (!root?.querySelector('slot')) return;
  const names = [...root.querySelectorAll('slot')].map(({ name }) => name);
  for (const { slot, assignedSlot } of host.children) {
    if (assignedSlot || !slot || isScreen(slot) || names.includes(slot)) continue;
    warnOnce(`<${host.localName}> has no slot "${slot}".`);
  }
}
