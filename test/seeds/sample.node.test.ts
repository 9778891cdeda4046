import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { SEEDS } from '../../scripts/seeds/block.mjs';
import { CHANGES, CUTS } from './changes.js';
import { runSample } from './run-sample.js';
import { partsOf, titleOf } from './sample.js';

const samples = readdirSync(`${SEEDS}samples`);

describe('A sample of the guides', () => {
  for (const sample of samples.filter((name) => !name.endsWith('.jsx'))) {
    it(`is JavaScript, part by part, with its changes: ${sample}, ${titleOf(sample)}`, () => {
      for (const part of partsOf(sample)) assert.doesNotThrow(() => new Script(`async () => {\n${part}\n}`));
    });
  }

  it('exists, where the table has changes or cuts of it', () => {
    const named = [...Object.keys(CHANGES), ...Object.keys(CUTS)];
    assert.deepEqual(
      named.filter((sample) => !samples.includes(sample)),
      [],
    );
  });

  it('runs with what it leaves open given to it', async () => {
    const global: { fetch?: unknown } = {};
    await runSample('fetch-in-node.js', { names: { global, require: (name: string) => name } }).ended;
    assert.equal(global.fetch, 'node-fetch');
  });

  it('tells what it will log, and what it has logged', async () => {
    const Auth = { signOut: async () => 'signed out', updateUserAttributes: async () => 'updated' };
    const signOut = runSample('sign-out.s1.js', { modules: { 'auth-elements/compat': { Auth } }, part: 1 });
    assert.equal(await signOut.logged(), 'signed out');
    const update = runSample('update-attributes.js', { names: { Auth, user: {} } });
    await update.ended;
    assert.equal(await update.logged(), 'updated');
  });

  it('shows its variables and what it exports', async () => {
    const { handler } = await runSample('verify-challenge.js').ended;
    assert.equal(typeof handler, 'function');
    const Auth = { currentSession: () => 'the session' };
    const { session } = await runSample('current-session.js', { names: { Auth }, reads: ['session'] }).ended;
    assert.equal(session, 'the session');
  });

  it('fails with the name of what it imports and nothing gives', async () => {
    await assert.rejects(runSample('aws-service.js').ended, /aws-service\.js imports aws-sdk\/clients\/route53\./);
  });
});
