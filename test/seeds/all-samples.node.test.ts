import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import ts from 'typescript';
import { readIndex, SEEDS } from '../../scripts/seeds/block.mjs';

/** What is done with a sample without running it. */
const READS = new Set(['titleOf', 'partsOf', 'originalPartsOf']);

/** The texts of a test file that are more than the title of a test. */
function textsIn(path: string): readonly string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && READS.has(node.expression.getText())) return;
    if (ts.isStringLiteral(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

it('Each sample of the guides is run by a test', () => {
  const tests = readdirSync(SEEDS).filter((name) => name.endsWith('.test.ts'));
  const run = new Set(tests.flatMap((name) => textsIn(`${SEEDS}${name}`)));
  const samples = new Set(readIndex().guides.flatMap(({ blocks }) => blocks.flatMap(({ sample = [] }) => sample)));
  assert.deepEqual(
    [...samples].filter((sample) => !run.has(sample)),
    [],
  );
});
