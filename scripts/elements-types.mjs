/**
 * Writes src/frameworks/elements.ts from custom-elements.json: what markup can set on each element, for the types of the
 * frameworks. `--check` compares instead and fails on a difference.
 */
import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { writeGenerated } from './generated.mjs';
import { ROOT } from './sources.mjs';

/**
 * @typedef {object} Item An attribute, a property or an event.
 * @property {string} [name]
 * @property {string} [description]
 * @property {string} [fieldName]
 * @property {string} [kind]
 * @property {boolean} [static]
 * @property {boolean} [readonly]
 * @property {{ text: string }} [type]
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
 *
 * @typedef {Declaration & { path: string }} Class
 */

/** @type {{ modules: { path: string, declarations: Declaration[] }[] }} */
const { modules } = JSON.parse(readFileSync(`${ROOT}custom-elements.json`, 'utf8'));

/** @type {Map<string, Class>} */
const classes = new Map(
  modules.flatMap(({ path, declarations }) =>
    declarations.flatMap((declaration) =>
      declaration.kind === 'class' ? [[declaration.name, { ...declaration, path }]] : [],
    ),
  ),
);
const elements = [...classes.values()].filter(({ tagName }) => tagName);

/**
 * What is said of the class itself, and not of one that it extends.
 *
 * @param {Item[]} [items]
 */
const own = (items = []) => items.filter(({ name, inheritedFrom }) => name && !inheritedFrom);

/**
 * A property that markup can set. What begins like a listener is one to every framework.
 *
 * @param {Item} member
 */
const isSettable = ({ name = '', kind, readonly, static: isStatic }) =>
  kind === 'field' && !readonly && !isStatic && !name.startsWith('on');

/** @param {Class} declaration */
function namesOf({ attributes, members }) {
  const names = own(attributes).map(({ name, fieldName, description }) => ({ name, property: fieldName, description }));
  const properties = own(members)
    .filter(isSettable)
    .filter(({ name }) => !names.some((attribute) => attribute.name === name))
    .map(({ name, description }) => ({ name, property: name, description }));
  return [...names, ...properties];
}

/**
 * The classes that are used, by their modules.
 *
 * @type {Map<string, Set<string>>}
 */
const imports = new Map();

/** @param {string} name */
function use(name) {
  const path = String(classes.get(name)?.path.replace(/^dist/, '..'));
  imports.set(path, (imports.get(path) ?? new Set()).add(name));
  return name;
}

/** @param {string} [description] */
function comment(description = '') {
  const lines = description.split('\n');
  return lines.length > 1
    ? `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`
    : `/** ${description} */\n`;
}

/** @type {Map<string, string>} */
const interfaces = new Map();

/**
 * The interface with what a class adds to those before it, or that of the nearest one that adds something.
 *
 * @param {Class | undefined} declaration
 * @returns {string | undefined}
 */
function interfaceOf(declaration) {
  if (!declaration) return undefined;
  const base = interfaceOf(classes.get(declaration.superclass?.name ?? ''));
  const names = namesOf(declaration);
  if (names.length === 0) return base;
  const name = `${declaration.name}Names`;
  const lines = names.map((each) => `${comment(each.description)}'${String(each.name)}': '${String(each.property)}';`);
  interfaces.set(name, `interface ${name}${base ? ` extends ${base}` : ''} {\n${lines.join('\n')}\n}`);
  return name;
}

const tags = elements.map(
  (element) =>
    `${comment(element.description)}'${String(element.tagName)}': Markup<${use(element.name)}, ${String(interfaceOf(element))}>;`,
);

const events = new Map(
  [...classes.values()].flatMap((each) => own(each.events).map((event) => [String(event.name), event])),
);
const listeners = [...events.values()].map(
  ({ name, type, description }) => `${comment(description)}'${String(name)}': ${use(String(type?.text))};`,
);

const text = `// Generated from custom-elements.json by \`npm run manifest\`.
${[...imports].map(([path, names]) => `import type { ${[...names].join(', ')} } from '${path}';`).join('\n')}
import type { Markup } from './markup.js';

${[...interfaces.values()].join('\n\n')}

/** What the elements dispatch. All of it bubbles, so that it can be heard at each of them. */
export interface Events {
${listeners.sort().join('\n')}
}

/** What markup can set on each element, by its tag. */
export interface Elements {
${tags.join('\n')}
}
`;
writeGenerated(
  'src/frameworks/elements.ts',
  await format(text, { parser: 'typescript', printWidth: 120, singleQuote: true }),
);
