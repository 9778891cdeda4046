import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { modules, ROOT } from '../../scripts/sources.mjs';

const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');

/** What is used of custom-elements.json. */
interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly cssParts?: readonly { readonly name: string; readonly inheritedFrom?: object }[];
      readonly cssStates?: readonly { readonly name: string }[];
    }[];
  }[];
}

const PAGE = read('docs/theming.md');

/** The rows of the table of a heading, by cell, without backticks. */
function rowsOf(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = new RegExp(`^### ${heading}\\n([^]*?)(?=^##|$(?![^]))`, 'm').exec(PAGE) ?? [];
  const rows = [...section.matchAll(/^\| (?!-)(.*) \|$(?!\n\| -)/gm)];
  return rows.map(([, row = '']) => row.split(' | ').map((cell) => cell.replaceAll('`', '').trim()));
}

/** What a page sees in a browser of today: the sheets, and what the elements render. */
const SOURCE = Object.entries(modules())
  .flatMap(([name, path]) => (/^(styles\/(?!older)|(kit|elements)\/)/.test(name) ? readFileSync(path, 'utf8') : []))
  .join('\n');

/** What stands in the parentheses that a function of CSS begins with at an index, by argument. */
function argumentsAt(text: string, start: number): { readonly parts: readonly string[]; readonly end: number } {
  const parts = [''];
  let depth = 0;
  for (let index = text.indexOf('(', start); ; index += 1) {
    const letter = text[index] ?? assert.fail('A parenthesis is not closed.');
    if (letter === ')' && --depth === 0) return { parts: parts.map((part) => part.trim()), end: index + 1 };
    if (letter === ',' && depth === 1) parts.push('');
    else if (depth > 0) parts.push(`${parts.pop() ?? ''}${letter}`);
    if (letter === '(') depth += 1;
  }
}

/** Replaces each call of a function of CSS. */
function replaceCalls(text: string, name: string, replace: (parts: readonly string[]) => string): string {
  const start = text.indexOf(`${name}(`);
  if (start < 0) return text;
  const { parts, end } = argumentsAt(text, start);
  return text.slice(0, start) + replace(parts) + replaceCalls(text.slice(end), name, replace);
}

/** The properties that the sheets derive for themselves, and what each is. */
const derived = new Map(
  // Without what holds for users who want more contrast.
  [
    ...read('src/styles/tokens.styles.ts')
      .replace(/@media[^{]*\{\s*:host \{[^}]*\}\s*\}/, '')
      .matchAll(/(--_[\w-]+): ([^;]+);/g),
  ].map(([, name = '', value = '']) => [name, value]),
);

/** A default as the page writes it: tokens by their names without `--auth-`, and those of colors without `color-`. */
const written = (value: string): string =>
  replaceCalls(value, 'var', ([name = '']) => {
    const source = derived.get(name) ?? name;
    const token = /^var\(\s*--auth-(?:color-)?([\w-]+)/.exec(source)?.[1];
    return token ?? written(source);
  })
    .replace(/\s+/g, ' ')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')');

/** What a page sees of each token that it does not set: in a light page, and in a dark one. */
const defaults = new Map<string, readonly Set<string>[]>();
for (const { index } of SOURCE.matchAll(/var\(\s*--auth-/g)) {
  const [name = '', ...rest] = argumentsAt(SOURCE, index).parts;
  const found = defaults.get(name) ?? [new Set<string>(), new Set<string>()];
  for (const [theme, values] of found.entries())
    values.add(written(replaceCalls(rest.join(', '), 'light-dark', (parts) => parts[theme] ?? '')));
  defaults.set(name, found);
}

/** The tokens as rows of the page. */
const tokens = [...defaults].map(([name, themes]) => {
  const [light = '', dark] = themes.map((values) => [...values].sort().join(', '));
  return [name, light, light === dark ? '' : dark];
});

/** The parts of the manifest, each with what has it: an element, or all with a form. */
// The analyzer writes this format.
const { modules: described } = JSON.parse(read('custom-elements.json')) as Manifest;
const classes = described.flatMap(({ declarations }) => declarations);
const parts = classes.flatMap(({ tagName = 'forms', cssParts = [] }) =>
  cssParts.filter(({ inheritedFrom }) => !inheritedFrom).map(({ name }) => `${name} of ${tagName}`),
);
const states = classes.flatMap(({ cssStates = [] }) => cssStates.map(({ name }) => name));

/** The names of nodes: those in templates, also where one of several is chosen, and those in the sheets. */
const names = [
  ...[...SOURCE.matchAll(/data-auth="([^"]*)"/g)].flatMap(([, words = '']) => words.split(' ')),
  ...[...SOURCE.matchAll(/data-auth=\$\{([^}]*)\}/g)].flatMap(([, choice = '']) =>
    [...choice.matchAll(/'([^']*)'/g)].flatMap(([, words = '']) => words.split(' ')),
  ),
  ...[...SOURCE.matchAll(/data-auth~='([^']*)'/g)].map(([, word = '']) => word),
].filter((name) => /^[\w-]+$/.test(name));

const sorted = <Item>(items: Iterable<Item>): readonly Item[] => [...new Set(items)].sort();

describe('The page about theming', () => {
  const groups = ['Colors', 'Type and shape', 'Frame', 'Inputs', 'Buttons'];

  it('has every token with what it is by default, and no other', () => {
    const rows = groups.flatMap(rowsOf).map(([name, light, dark]) => [name, light, dark]);
    assert.ok(tokens.length > 30, String(tokens.length));
    assert.deepEqual(sorted(rows.map(String)), sorted(tokens.map(String)));
    assert.equal(rows.length, tokens.length);
  });

  it('has every part with the elements that have it, and no other', () => {
    const rows = rowsOf('Parts of a frame').flatMap(([part = '', owners = '']) =>
      owners.split(', ').map((owner) => `${part} of ${owner}`),
    );
    assert.ok(parts.length > 10, String(parts.length));
    assert.deepEqual(sorted(rows), sorted(parts));
  });

  it('has every state, and no other', () => {
    assert.ok(states.length > 0);
    assert.deepEqual(sorted(rowsOf('States of a form').map(([state]) => state)), sorted(states));
  });

  it('has every name of a node, and no other', () => {
    assert.ok(names.length > 40, String(names.length));
    assert.deepEqual(sorted(rowsOf('Names in a form').map(([name]) => name)), sorted(names));
  });

  it('names no token elsewhere that does not exist', () => {
    const known = tokens.map(([name]) => name);
    const named = [...PAGE.matchAll(/--auth-[a-z][\w-]*/g)].map(([name]) => name);
    assert.deepEqual(
      named.filter((name) => !known.includes(name)),
      [],
    );
  });
});
