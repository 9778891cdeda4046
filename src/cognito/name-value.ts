import { fieldsOf, listOf, textOf } from './json.js';
import type { Fields } from './json.js';

/** Names and values as Cognito lists them. */
export const nameValueList = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([Name, Value]) => ({ Name, Value }));

/** The names and values of such a list in an answer. Invalid items are left out. */
export const namedValues = (answer: Fields, list: string): ReadonlyMap<string, string> =>
  new Map(
    listOf(answer, list)
      .map(fieldsOf)
      .flatMap((item) => {
        const name = textOf(item, 'Name');
        return name ? [[name, textOf(item, 'Value') ?? ''] as const] : [];
      }),
  );
