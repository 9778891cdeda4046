import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/sources.mjs';
import { compileModules, compileSamples } from '../support/samples.mjs';

describe('A code sample', () => {
  for (const page of ['README.md', 'docs/compat.md', 'docs/passkeys.md']) {
    it(`compiles, from ${page}`, () => {
      const { code, problems } = compileSamples(page);
      assert.deepEqual(problems, []);
      assert.ok(code.includes('auth-elements'));
    });
  }

  it('compiles, each sample of docs/federation.md by itself', () => {
    const { code, problems } = compileSamples('docs/federation.md', { apart: true });
    assert.deepEqual(problems, []);
    assert.ok(code.includes('discovery'));
  });

  it('compiles, each sample of docs/compat-components.md by itself', () => {
    const { code, problems } = compileSamples('docs/compat-components.md', { apart: true });
    assert.deepEqual(problems, []);
    assert.ok(code.includes('withAuthenticator'));
  });

  it('compiles, each sample of docs/migration.md by itself', () => {
    const { code, problems } = compileSamples('docs/migration.md', { apart: true });
    assert.deepEqual(problems, []);
    assert.ok(code.includes('auth-submit'));
  });

  it('compiles, each sample of docs/kit.md by itself, and is what the tests of own elements run', () => {
    const { code, problems } = compileSamples('docs/kit.md', { apart: true });
    assert.deepEqual(problems, []);
    const shown = code.match(/^class [^]+?^}/gm) ?? [];
    const run = readFileSync(`${ROOT}test/support/own-elements.ts`, 'utf8').replaceAll('export class', 'class');
    assert.equal(shown.length, 5);
    for (const sample of shown) assert.ok(run.includes(sample), sample);
  });
});

/** As they stand in apps that were written by the guides, with the names that these apps have. */
const LINES = `
import { Auth, Cache, Hub } from 'auth-elements/compat';

export async function app(user: Awaited<ReturnType<typeof Auth.signIn>>, newPassword: string, email: string) {
  Hub.listen('auth', (capsule) => {
    console.log('A new auth event has happened: ', capsule.payload.data.username + ' has ' + capsule.payload.event);
  });
  const { token } = Cache.getItem('federatedInfo');
  Cache.getItem('federatedInfo').then((federatedInfo: { token: string }) => console.log(federatedInfo.token));
  const { expires_at } = await Cache.getItem('federatedInfo');
  if (user.challengeName === 'NEW_PASSWORD_REQUIRED') {
    const { requiredAttributes } = user.challengeParam;
    await Auth.completeNewPassword(user, newPassword, { [requiredAttributes[0] ?? 'email']: email });
  }
  return [Cache.getItem('federatedInfo').token, token, expires_at];
}
`;

describe('Lines of the guides', () => {
  it('compile, under the strict settings of this repository', () => {
    const { problems } = compileModules(new Map([[`${ROOT}test/package/lines-of-guides.ts`, LINES]]));
    assert.deepEqual(problems, []);
  });
});
