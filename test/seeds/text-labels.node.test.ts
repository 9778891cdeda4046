import assert from 'node:assert/strict';
import { it } from 'node:test';
import * as compat from '../../src/compat/index.js';
import { runSample } from './run-sample.js';
import { titleOf } from './sample.js';

it(`${titleOf('text-labels.js')}: texts of the app take the place of others, in their language`, async () => {
  const { I18n } = compat;
  await runSample('text-labels.js', { modules: { 'auth-elements/compat': compat } }).ended;
  assert.equal(I18n.get('Sign Up'), 'Create new account');
  assert.equal(I18n.get('Sign Up Account'), 'Create a new account');
  I18n.setLanguage('de');
  assert.equal(I18n.get('Sign Up Account', 'none'), 'none');
});
