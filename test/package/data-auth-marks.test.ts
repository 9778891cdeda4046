import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { modules, ROOT } from '../../scripts/sources.mjs';

/** The text of a template, and its place. A value between is a word, as an attribute or a text may be. */
interface Template {
  readonly place: string;
  readonly markup: string;
}

function templatesOf(path: string): readonly Template[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const found: Template[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(html|svg)$/.test(node.tag.getText(source))) {
      const { template } = node;
      const markup = ts.isNoSubstitutionTemplateLiteral(template)
        ? template.text
        : [template.head, ...template.templateSpans.map(({ literal }) => literal)]
            .map(({ text }) => text)
            .join('value');
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ place: `${path.slice(ROOT.length)}:${String(line + 1)}`, markup });
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

/** The opening tags of a template. */
const tagsOf = ({ markup }: Template): readonly string[] => markup.match(/<[a-z][^>]*>/g) ?? [];

/** What stands in a shadow root, where no style sheet of the page comes to. */
const isInShadow = (tag: string): boolean => /^<slot\b|\spart=/.test(tag);

describe('What the elements render among their children', () => {
  const templates = Object.values(modules()).flatMap(templatesOf);

  it('is found in the sources', () => {
    assert.ok(templates.length > 50, String(templates.length));
  });

  it('carries the mark by which style sheets and clones tell it from what is the page’s', () => {
    const unmarked = templates.flatMap((template) =>
      tagsOf(template)
        .filter((tag) => !isInShadow(tag) && !/\sdata-auth[\s=/>]/.test(tag))
        .map((tag) => `${template.place} ${tag}`),
    );
    assert.deepEqual(unmarked, []);
  });
});
