import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/sources.mjs';
import { nextScreens } from '../../src/elements/next-screens.js';

/** The part of custom-elements.json that is used here. */
interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly { readonly name: string; readonly slots?: readonly { readonly name: string }[] }[];
  }[];
}

describe('The manifest', () => {
  it('has the slot of each screen that a page can replace', () => {
    // The analyzer writes this format.
    const { modules } = JSON.parse(readFileSync(`${ROOT}custom-elements.json`, 'utf8')) as Manifest;
    const declarations = modules.flatMap((module) => module.declarations);
    const slots = declarations.find(({ name }) => name === 'AuthAuthenticator')?.slots?.map(({ name }) => name) ?? [];
    const around = ['', 'logo', 'header', 'footer', 'states'];
    assert.deepEqual(slots.filter((name) => !around.includes(name)).sort(), Object.keys(nextScreens).sort());
  });
});
