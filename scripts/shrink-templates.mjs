/**
 * How the text of a template gets shorter and stays the same.
 *
 * @type {Record<string, (text: string) => string>}
 */
const SHRINK = {
  css: (text) =>
    text
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{},;]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}'),
  html: (text) => text.replace(/\n\s*/g, '\n'),
};

/**
 * The pieces of text in the templates below a node that have one of the tags above, inner ones last.
 *
 * @param {any} node
 * @returns {{ start: number, end: number, tag: string }[]}
 */
function textsIn(node) {
  if (typeof node !== 'object' || node === null) return [];
  const tag = node.type === 'TaggedTemplateExpression' ? node.tag.name : undefined;
  const own = tag in SHRINK ? node.quasi.quasis.map((/** @type {any} */ { start, end }) => ({ start, end, tag })) : [];
  return [...own, ...Object.values(node).flatMap(textsIn)];
}

/**
 * Removes indentation and comments from the `html` and `css` templates of our own modules.
 *
 * @type {import('vite').Plugin}
 */
export const shrinkTemplates = {
  name: 'shrink-templates',
  transform(code, id) {
    if (!id.includes('/src/') || !/\b(css|html)`/.test(code)) return undefined;
    let shrunk = '';
    let at = 0;
    for (const { start, end, tag } of textsIn(this.parse(code)).sort((one, other) => one.start - other.start)) {
      const text = code.slice(start, end);
      shrunk += code.slice(at, start) + (SHRINK[tag]?.(text) ?? text);
      at = end;
    }
    return { code: shrunk + code.slice(at), map: null };
  },
};
