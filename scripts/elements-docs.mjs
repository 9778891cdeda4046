/** Writes docs/elements.md from custom-elements.json. `--check` compares instead and fails on a difference. */
import { readFileSync } from 'node:fs';
import { writeGenerated } from './generated.mjs';
import { ROOT } from './sources.mjs';

/**
 * @typedef {object} Item What the tables show of an attribute, event, slot, part, property, state …
 * @property {string} name
 * @property {string} [description]
 * @property {string} [default]
 * @property {string} [attribute]
 * @property {string} [fieldName]
 * @property {string} [kind]
 * @property {boolean} [static]
 * @property {{ text: string }} [type]
 * @property {{ text: string }} [return]
 * @property {Item[]} [parameters]
 * @property {object} [inheritedFrom]
 *
 * @typedef {object} Declaration
 * @property {string} kind
 * @property {string} name
 * @property {string} [tagName]
 * @property {string} [description]
 * @property {{ name: string }} [superclass]
 * @property {Item[]} [attributes]
 * @property {Item[]} [members]
 * @property {Item[]} [events]
 * @property {Item[]} [slots]
 * @property {Item[]} [cssParts]
 * @property {Item[]} [cssProperties]
 * @property {Item[]} [cssStates]
 */

/** @type {{ modules: { declarations: Declaration[] }[] }} */
const manifest = JSON.parse(readFileSync(`${ROOT}custom-elements.json`, 'utf8'));
const classes = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ kind }) => kind === 'class');
const elements = classes.filter(({ tagName }) => tagName).sort((one, other) => (tagOf(one) < tagOf(other) ? -1 : 1));

/**
 * The classes that others extend, and those that these extend.
 *
 * @param {Declaration[]} derived
 * @returns {Declaration[]}
 */
function basesOf(derived) {
  const own = classes.filter(({ name }) => derived.some(({ superclass }) => superclass?.name === name));
  return own.length ? [...new Set([...basesOf(own), ...own])] : [];
}
const bases = basesOf(elements);

/** @param {Declaration} element */
function tagOf({ tagName = '' }) {
  return tagName;
}

/** @param {string | undefined} text */
const cell = (text) => (text ?? '').replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
/** @param {string | undefined} text */
const code = (text) => (text ? `\`${cell(text)}\`` : '');

/**
 * @param {string} title
 * @param {Item[] | undefined} items
 * @param {Record<string, (item: Item) => string>} columns
 */
function table(title, items, columns) {
  const own = (items ?? []).filter(({ inheritedFrom }) => !inheritedFrom);
  if (own.length === 0) return [];
  const titles = [title, ...Object.keys(columns), 'Description'];
  return [
    `| ${titles.join(' | ')} |`,
    `|${titles.map(() => ' --- |').join('')}`,
    ...own.map((item) => {
      const cells = [code(item.name) || '(default)', ...Object.values(columns).map((column) => column(item))];
      return `| ${[...cells, cell(item.description)].join(' | ')} |`;
    }),
    '',
  ];
}

const type = (/** @type {Item} */ item) => code(item.type?.text);
const initial = (/** @type {Item} */ item) => code(item.default);

/** @param {Declaration} declaration */
function chapter({ tagName, name, description, superclass, ...offers }) {
  const instance = (offers.members ?? []).filter((member) => !member.static);
  const base = bases.find((other) => other.name === superclass?.name);
  return [
    `## ${tagName ? `\`<${tagName}>\`` : name}`,
    '',
    description ?? '',
    '',
    ...(base ? [`Besides what follows, all that [${base.name}](#${base.name.toLowerCase()}) has.`, ''] : []),
    ...table('Attribute', offers.attributes, {
      Type: type,
      Default: initial,
      Property: (item) => code(item.fieldName),
    }),
    ...table(
      'Property',
      instance.filter((member) => member.kind === 'field' && !member.attribute),
      { Type: type },
    ),
    ...table(
      'Method',
      instance.filter((member) => member.kind === 'method'),
      {
        Parameters: ({ parameters = [] }) =>
          parameters.map((item) => code(`${item.name}: ${item.type?.text ?? ''}`)).join(', '),
        Answer: (item) => code(item.return?.text),
      },
    ),
    ...table('Event', offers.events, { Type: type }),
    ...table('Slot', offers.slots, {}),
    ...table('Part', offers.cssParts, {}),
    ...table('Custom property', offers.cssProperties, { Default: initial }),
    ...table('State', offers.cssStates, {}),
  ];
}

writeGenerated(
  'docs/elements.md',
  [
    '# Elements',
    '',
    'Generated from the documentation in the sources by `npm run manifest`. Which component of Amplify is which element here:',
    '[Coming from Amplify](migration.md).',
    '',
    ...elements.map((element) => `- [\`<${tagOf(element)}>\`](#${tagOf(element)})`),
    '',
    ...[...bases, ...elements].flatMap(chapter),
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd() + '\n',
);
