import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { readIndex, SEEDS } from '../../scripts/seeds/block.mjs';
import { CHANGES, CUTS, MODULES } from './changes.js';

const { guides } = readIndex();

/** The guides and headings that a sample stands under: `S0, S1: Sign In`. */
export function titleOf(sample: string): string {
  const places = guides.flatMap(({ id, blocks }) =>
    blocks.filter((block) => block.sample === sample).map(({ heading }) => ({ id, title: heading.at(-1) ?? '' })),
  );
  const titles = [...new Set(places.map(({ title }) => title))];
  return titles
    .map((title) => `${places.flatMap((place) => (place.title === title ? place.id : [])).join(', ')}: ${title}`)
    .join('; ');
}

const IMPORT = /^import (?:(\w+)(?:, )?)?(?:(\{[^}]*\}))? from '([^']+)'/gm;

/** Imports as reads of modules that are given, and exports as properties that the test reads: the text becomes a function. */
const asFunction = (text: string): string =>
  text
    .replace(IMPORT, (_, byDefault: string | undefined, names: string | undefined, from: string) => {
      const defaults = byDefault === undefined ? [] : [`default: ${byDefault}`];
      const clause = [...defaults, ...(names === undefined ? [] : [names.slice(1, -1).trim()])].join(', ');
      return `const { ${clause} } = imported('${MODULES[from] ?? from}')`;
    })
    .replace(/^export const (\w+) =/gm, 'const $1 = exported.$1 =')
    .replace(/^export default /gm, 'exported.default = ');

/** A sample as its guides have it. */
const textOf = (sample: string): string => readFileSync(`${SEEDS}samples/${sample}`, 'utf8');

/** A text of a sample in its parts, as the table cuts it. */
function cut(sample: string, text: string): readonly string[] {
  const cuts = (CUTS[sample]?.before ?? []).map((line) => {
    const at = text.indexOf(line);
    assert.ok(at > 0, `${sample} has no ${line}`);
    return at;
  });
  return [0, ...cuts].map((start, index) => text.slice(start, cuts[index]));
}

/** The parts of a sample as its guides have it, to be read. */
export const originalPartsOf = (sample: string): readonly string[] => cut(sample, textOf(sample));

/**
 * A sample as it runs: changed as the table says, and cut in its parts.
 *
 * @throws {AssertionError} If the table has a change that changes nothing.
 */
export function partsOf(sample: string): readonly string[] {
  let text = textOf(sample);
  for (const { from, to } of CHANGES[sample] ?? []) {
    assert.ok(text.includes(from), `${sample} has no ${from}`);
    text = text.replaceAll(from, () => to);
  }
  return cut(sample, text).map(asFunction);
}

/** The imports that a part takes over from the first one. */
const importsOf = (text: string): string => (text.match(/^const \{.*\} = imported\(.*$/gm) ?? []).join('\n');

/**
 * The text of a function that runs a part of a sample. It returns what the sample exports, and the variables that are
 * asked for.
 */
export function functionOf(sample: string, part = 0, reads: readonly string[] = []): string {
  const parts = partsOf(sample);
  const text = parts[part] ?? assert.fail(`${sample} has no part ${part}.`);
  const imports = part > 0 ? importsOf(parts[0] ?? '') : '';
  return `async () => {\n${imports}\n${text}\nreturn { ...exported, ${reads.join(', ')} };\n}`;
}

const isJsx = (node: ts.Node): boolean => ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node);

/** `<Authenticator />` alone in a line is what the app renders: it is shown. */
const showJsx: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const visit = (node: ts.Node): ts.Node => {
    if (!ts.isExpressionStatement(node) || !isJsx(node.expression)) return ts.visitEachChild(node, visit, context);
    const { factory } = context;
    const show = factory.createIdentifier('show');
    return factory.createExpressionStatement(factory.createCallExpression(show, undefined, [node.expression]));
  };
  return ts.visitEachChild(file, visit, context);
};

/**
 * A sample as a module with a function `run` of what is given to it. JSX becomes calls of `h`, and what it makes alone in a
 * line is given to `show`.
 *
 * @param names The variables that are given.
 */
export function moduleOf(sample: string, names: readonly string[], reads: readonly string[] = []): string {
  const body = `export async function run({ ${names.join(', ')} }) {\nreturn (${functionOf(sample, 0, reads)})();\n}`;
  const { outputText, diagnostics = [] } = ts.transpileModule(body, {
    fileName: sample.replace(/\.\w+$/, '.jsx'),
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      jsx: ts.JsxEmit.React,
      jsxFactory: 'h',
    },
    transformers: { before: [showJsx] },
  });
  const problems = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  assert.deepEqual(problems, [], sample);
  return outputText;
}
