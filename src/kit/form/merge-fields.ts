import { ownOf } from '../../cognito/own.js';
import type { Field, FieldOptions } from './fields.js';

/** Whatever a page says, what is called a password is one. */
const isPassword = (name: string): boolean => name.endsWith('password');

/** Whether the value of a field is for Cognito alone. */
export const isSecret = ({ name, type, boxed }: Field): boolean =>
  Boolean(boxed) || type === 'password' || type === 'code' || name === 'code' || name === 'answer';

/** The fields of a screen as the page wants them: changed, left out, in its order, and those it adds by their name. */
export function merge(
  own: readonly Field[],
  changes: Readonly<Record<string, FieldOptions>> = {},
  added: (name: string) => Field,
): readonly Field[] {
  const names = [...new Set([...own.map(({ name }) => name), ...Object.keys(changes)])];
  return names
    .flatMap((name, index) => {
      const change = ownOf(ownOf(changes)[name] ?? {});
      const field = own.find((each) => each.name === name) ?? ((change.added ?? change.type) && added(name));
      if (!field || change.hidden) return [];
      const merged = ownOf({ ...field, ...change, name, ...(isPassword(name) && ({ type: 'password' } as const)) });
      const order = merged.type === 'password' ? names.length + index : index;
      return [ownOf({ order, ...merged })];
    })
    .sort((a, b) => a.order - b.order);
}
