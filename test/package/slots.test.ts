import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/sources.mjs';
import { nextScreens } from '../../src/elements/next-screens.js';

/** As much of custom-elements.json as is looked at. */
interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly { readonly name: string; readonly slots?: readonly { readonly name: string }[] }[];
  }[];
}

describe('The manifest', () => {
  it('tells of the slot of each screen that a page can put something else in', () => {
    // Written by the analyzer, in the format of its name.
    const { modules } = JSON.parse(readFileSync(`${ROOT}custom-elements.json`, 'utf8')) as Manifest;
    const declarations = modules.flatMap((module) => module.declarations);
    const slots = declarations.find(({ name }) => name === 'AuthAuthenticator')?.slots?.map(({ name }) => name) ?? [];
    const around = ['', 'logo', 'header', 'footer'];
    assert.deepEqual(slots.filter((name) => !around.includes(name)).sort(), Object.keys(nextScreens).sort());
  });
});
