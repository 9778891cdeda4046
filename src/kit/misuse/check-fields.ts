import { errorOnce } from '../../misuse.js';
import { fields } from '../form/fields.js';
import type { Field } from '../form/fields.js';
import type { ScreenFields } from '../context/settings.js';

/** Fields that a form has in some pools and not in others: what a page says of them holds where they are. */
const SOMETIMES = new Set<string>(Object.values(fields).map(({ name }) => name));

/** Tells of fields that a page meant to add to a form, and only changes. */
export function checkFields(host: Element, own: readonly Field[], changes: ScreenFields = {}): void {
  for (const [name, { added, type, hidden }] of Object.entries(changes)) {
    if (added || type || hidden || SOMETIMES.has(name) || own.some((field) => field.name === name)) continue;
    errorOnce(
      `"${name}" in "fields" of <${host.localName}> is not a field of this form: to add it, set "added: true" or a "type".`,
    );
  }
}
