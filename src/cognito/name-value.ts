import { fieldsOf, textOf } from './json.js';

/** Names and values as Cognito lists them. */
export const nameValueList = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([Name, Value]) => ({ Name, Value }));

/** The names and values of such a list. What is neither is left out. */
export const namedValues = (list: unknown): ReadonlyMap<string, string> =>
  new Map(
    (Array.isArray(list) ? list : []).map(fieldsOf).flatMap((item) => {
      const name = textOf(item, 'Name');
      return name ? [[name, textOf(item, 'Value') ?? ''] as const] : [];
    }),
  );
