/** Markup that is safe to insert into a page. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | undefined | false | Markup | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

function insert(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value !== 'object') return escaped(String(value));
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}

/** A template of markup. Values become text or attribute values; undefined and false become nothing. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Markup => ({
  markup: String.raw({ raw: parts }, ...values.map(insert)),
});
