import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as identity from 'amazon-cognito-identity-js';
import * as amplify from 'aws-amplify/auth';
import { manifest, modules, ROOT } from '../../scripts/sources.mjs';
import { createAuthClient } from '../../src/client/index.js';
import * as components from '../../src/compat/components/index.js';
import * as compat from '../../src/compat/index.js';
import { createAuth } from '../../src/index.js';
import { PREDECESSORS } from './predecessors.js';

const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');

/** What elements have in custom-elements.json. */
type Kind = 'attributes' | 'members' | 'slots' | 'events' | 'cssParts';

type Declaration = { readonly tagName?: string } & Partial<Record<Kind, readonly { readonly name: string }[]>>;

// The analyzer writes this format.
const elements = (
  JSON.parse(read('custom-elements.json')) as { readonly modules: readonly { readonly declarations: Declaration[] }[] }
).modules.flatMap(({ declarations }) => declarations);

const namesOf = (kind: Kind): ReadonlySet<string> =>
  new Set(elements.flatMap((element) => element[kind] ?? []).map(({ name }) => name));

/** The names of what an object has, its own and those of its class. */
const keysOf = (object: object): readonly string[] =>
  [object, Object.getPrototypeOf(object) as object].flatMap((each) => Object.getOwnPropertyNames(each));

const POOL = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' };
const { Amplify, Auth, Cache, Hub, I18n } = compat;
const sourcesIn = (folder: string): readonly string[] =>
  Object.entries(modules()).flatMap(([name, path]) => (name.startsWith(folder) ? readFileSync(path, 'utf8') : []));
/** The page about headless use, whose samples are compiled, and show every operation on an account. */
const account = [...read('docs/headless.md').matchAll(/account\.(\w+)\(/g)].map(([, name = '']) => name);

/** How the page writes what is here, and what there is of that. */
const HERE: readonly (readonly [kind: string, written: RegExp, known: Iterable<string>])[] = [
  ['element', /<(auth-[\w-]+)/g, elements.flatMap(({ tagName }) => tagName ?? [])],
  ['attribute', /(?:^|\s)([a-z-]+)="/g, [...namesOf('attributes'), 'auth-states', 'provider', 'slot']],
  [
    'property',
    /^\.([a-z]\w*)/gi,
    [
      ...namesOf('members'),
      ...components.Authenticator.elementProperties.keys(),
      ...keysOf(components.Authenticator.prototype),
    ].map(String),
  ],
  ['slot', /slot="([\w-]+)"/g, namesOf('slots')],
  ['event', /^(auth-(?!elements)[\w-]+)$/g, namesOf('events')],
  ['part', /::part\(([\w-]+)\)/g, namesOf('cssParts')],
  [
    'custom property',
    /^(--auth-[\w-]+)/g,
    ['styles/', 'elements/']
      .flatMap(sourcesIn)
      .flatMap((text) => [...text.matchAll(/var\(\s*(--auth-[\w-]+)/g)].map(([, name = '']) => name)),
  ],
  ['member of Amplify', /Amplify\.(\w+)/g, keysOf(Amplify)],
  ['member of Auth', /Auth\.(\w+)/g, keysOf(Auth)],
  ['member of Cache', /Cache\.(\w+)/g, keysOf(Cache)],
  ['member of Hub', /Hub\.(\w+)/g, keysOf(Hub)],
  ['member of I18n', /I18n\.(\w+)/g, keysOf(I18n)],
  ['method of the client', /client\.(\w+)/g, keysOf(createAuthClient(POOL))],
  ['member of an Auth', /(?<!\w)auth\.(\w+)/g, keysOf(createAuth(POOL))],
  ['operation on an account', /account\.(\w+)/g, account],
  ['event of the chart', /type: '([\w.]+)'/g, read('src/machine/types.ts').match(/(?<=')\w+\.\w+(?=')/g) ?? []],
  ['error, or class of the kit', /^(Auth[A-Z]\w+)$/g, ['AuthError', ...(read('src/kit/index.ts').match(/\w+/g) ?? [])]],
];

/** What its types say: the class has methods besides that are not for apps. */
const USER_METHODS = [
  .../class CognitoUser \{([^]*?)\n\t\}/
    .exec(read('node_modules/amazon-cognito-identity-js/index.d.ts'))![1]!
    .matchAll(/public (\w+)/g),
].map(([, name = '']) => name);

const PAGE = read('docs/migration.md');

/** The cells of the tables of a text, by row, without their headings. */
const rowsIn = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^\|(?! -)(.*)\|$(?!\n\| -)/gm)].map(([, row = '']) => row.split('|').map((cell) => cell.trim()));

const codeIn = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** The names in a piece of code. Of several tags, the page writes what differs: `-label`. */
const wordsIn = (code: string): readonly string[] =>
  (code.match(/[\w-]+/g) ?? []).map((word) => (/^-\w/.test(word) ? `amplify${word}` : word));

describe('The page about coming from Amplify', () => {
  const here = rowsIn(PAGE).flatMap((cells) => codeIn(cells.at(-1) ?? ''));

  for (const [kind, written, known] of HERE) {
    it(`names no ${kind} that does not exist`, () => {
      const names = new Set(here.flatMap((code) => [...code.matchAll(written)].map(([, name = '']) => name)));
      assert.ok(names.size > 0);
      const all = new Set(known);
      assert.deepEqual(
        [...names].filter((name) => !all.has(name)),
        [],
      );
    });
  }

  it('names no entry that cannot be imported', () => {
    const names = here.filter((code) => code.startsWith(manifest.name));
    assert.ok(names.length > 0);
    const entries = Object.keys(manifest.exports).map((name) => manifest.name + name.slice(1));
    const isEntry = (name: string) => entries.includes(name) || entries.includes(name.replace(/[^/]+$/, '*'));
    assert.deepEqual(
      names.filter((name) => !isEntry(name)),
      [],
    );
  });

  const there = new Set(
    rowsIn(PAGE).flatMap(([cell = '']) => codeIn(cell).flatMap((code) => code.match(/\w+/g) ?? [])),
  );

  for (const [library, names] of Object.entries({
    'aws-amplify 6': Object.keys(amplify),
    'amazon-cognito-identity-js': Object.keys(identity),
    'CognitoUser of amazon-cognito-identity-js': USER_METHODS,
    // Themes of any element are ours.
    'the components of the guides': Object.keys(components).filter((name) => name !== 'useTheme'),
  })) {
    it(`has everything of ${library}`, () => {
      assert.ok(names.length > 10);
      assert.deepEqual(
        names.filter((name) => !there.has(name) && !/^(default|__esModule)$/.test(name)),
        [],
      );
    });
  }

  for (const [library, names] of Object.entries(PREDECESSORS)) {
    const [, section = ''] = PAGE.split(`\n## ${library}\n`)[1]?.match(/^([^]*?)\n##/) ?? [];
    const rows = rowsIn(section).map(([cell = '']) => codeIn(cell).flatMap(wordsIn));

    const listed = (name: string) => names.filter((other) => other === name).length;
    const shown = (name: string) => rows.filter((row) => row.includes(name)).length;

    it(`has everything of ${library}, as often as it is there`, () => {
      assert.deepEqual(
        names.filter((name) => shown(name) < listed(name)),
        [],
      );
    });

    it(`has no row about ${library} that could get lost unseen`, () => {
      const isHeld = (row: readonly string[]) => row.some((name) => listed(name) >= shown(name));
      assert.deepEqual(
        rows.filter((row) => row.length > 0 && !isHeld(row)),
        [],
      );
    });
  }

  it('has every method of the Auth of the guides, and no other', () => {
    const [, section = ''] = /^### `Auth`\n([^]*?)^#/m.exec(PAGE) ?? [];
    const methods = rowsIn(section).flatMap(([cell = '']) => codeIn(cell));
    const all = keysOf(new compat.AuthClass()).filter((name) => name !== 'constructor');
    assert.deepEqual([...methods].sort(), [...all].sort());
  });
});

describe('The page about the API of the guides', () => {
  const page = read('docs/compat.md');

  it('has every event that is told, and no other', () => {
    const [, section = ''] = /^## Events\n([^]*?)^## /m.exec(page) ?? [];
    const events = [
      ...rowsIn(section).flatMap(([cell = '']) => codeIn(cell)),
      ...codeIn(section).filter((code) => code.endsWith('_failure')),
    ];
    const told = sourcesIn('compat/').flatMap((text) =>
      [...text.matchAll(/\btell(Failure)?\(\s*'(\w+)'/g)].map(([, failure, name = '']) =>
        failure ? `${name}_failure` : name,
      ),
    );
    assert.deepEqual([...new Set(events)].sort(), [...new Set(told)].sort());
  });

  it('has everything that the entry exports', () => {
    const named = new Set(rowsIn(page).flatMap((cells) => cells.flatMap(codeIn)));
    assert.deepEqual(
      Object.keys(compat).filter((name) => name !== 'default' && !named.has(name)),
      [],
    );
  });
});

describe('The page about the components of the guides', () => {
  it('has everything that the entry exports', () => {
    const page = read('docs/compat-components.md');
    const places = [...rowsIn(page).flat(), ...(page.match(/^## .*/gm) ?? [])];
    const named = new Set(places.flatMap(codeIn).flatMap((code) => code.match(/\w+/g) ?? []));
    assert.deepEqual(
      Object.keys(components).filter((name) => !named.has(name)),
      [],
    );
  });
});
