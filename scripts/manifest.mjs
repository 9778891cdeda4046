/**
 * Writes custom-elements.json: what every element offers, for editors, documentation and as the record of the public
 * interface. `--check` compares instead and fails on a difference.
 */
// @ts-expect-error The analyzer brings no types.
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { writeGenerated } from './generated.mjs';
import { ROOT } from './sources.mjs';

/** Inherited from LitElement or called by it: of no use to authors of pages. */
const LIFECYCLE =
  /^(adoptedCallback|attributeChangedCallback|connectedCallback|createRenderRoot|disconnectedCallback|finalized?|firstUpdated|getUpdateComplete|host(Connected|Disconnected|Update|Updated)|performUpdate|properties|render|requestUpdate|scheduleUpdate|shadowRootOptions|shouldUpdate|styles|update|updated|willUpdate)$/;

/** @param {any} member */
const isPublic = ({ name, privacy }) => privacy === undefined && !name.startsWith('#') && !LIFECYCLE.test(name);

/**
 * The manifest as published: the built files in the place of the sources, and public members alone.
 *
 * @param {any} value
 * @returns {any}
 */
function published(value) {
  if (typeof value === 'string') return value.replace(/^\/?src\/([\w/.-]+)\.(ts|js)$/, 'dist/$1.js');
  if (Array.isArray(value)) return value.map(published);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, published(key === 'members' ? inner.filter(isPublic) : inner)]),
  );
}

const analyzed = await cli({
  cwd: ROOT,
  noWrite: true,
  argv: ['analyze', '--litelement', '--quiet', '--globs', 'src/{elements,define,kit}/**/*.ts'],
});
analyzed.modules.sort((/** @type {any} */ one, /** @type {any} */ other) => (one.path < other.path ? -1 : 1));
writeGenerated('custom-elements.json', `${JSON.stringify(published(analyzed), null, 2)}\n`);
