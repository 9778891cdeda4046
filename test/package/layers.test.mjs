import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { layers } from '../../scripts/eslint/layers.mjs';
import { ROOT } from '../../scripts/sources.mjs';
import tseslint from 'typescript-eslint';

/** The layer rules alone: they need no types, so a file that does not exist can be linted in milliseconds. */
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      plugins: { '@typescript-eslint': tseslint.plugin },
      languageOptions: { parser: tseslint.parser },
    },
    ...layers,
  ],
});

/**
 * @param {string} path
 * @param {string} code
 */
async function complaints(path, code) {
  const [result] = await eslint.lintText(code, { filePath: `${ROOT}${path}` });
  return result?.messages.map(({ message }) => message) ?? [];
}

/** One import that each layer must not have. */
const FORBIDDEN = {
  'src/config/planted.ts': "import { x } from '../cognito/json-protocol.js';",
  'src/callback.ts': "import { x } from './session/store.js';",
  'src/cognito/planted.ts': "import { x } from '../session/store.js';",
  'src/cognito/sign-in.ts': "import { x } from 'amazon-cognito-identity-js';",
  'src/cognito/srp/library-hashing.ts': "import { x } from '@aws-sdk/client-cognito-identity';",
  'src/cognito/errors.ts': "import { x } from '../config/config.js';",
  'src/session/planted.ts': "import { x } from '../client/step.js';",
  'src/client/planted.ts': "import { x } from '../machine/setup.js';",
  'src/client/other.ts': "import { x } from 'lit';",
  'src/machine/planted.ts': "import { x } from '../client/auth-client.js';",
  'src/machine/states/planted.ts': "import { x } from '../../cognito/json-protocol.js';",
  'src/machine/other.ts': "import { x } from 'lit';",
  'src/text/planted.ts': "import { x } from '../cognito/errors.js';",
  'src/styles/planted.ts': "import { x } from '../kit/form/fields.js';",
  'src/kit/planted.ts': "import { x } from '../client/auth-client.js';",
  'src/kit/other.ts': "import type { x } from '../session/store.js';",
  'src/kit/third.ts': "import { x } from 'xstate';",
  'src/elements/planted.ts': "import { x } from '../client/auth-client.js';",
  'src/elements/other.ts': "import { x } from '../define/auth-sign-in.js';",
  'src/define/planted.ts': "import { x } from '../kit/form/fields.js';",
  'src/compat/planted.ts': "import { x } from '../elements/auth-sign-in.js';",
  'src/compat/components/planted.ts': "import { x } from '../../machine/setup.js';",
  'src/testing/planted.ts': "import { x } from '../session/store.js';",
  'src/auth.ts': "import { x } from './machine/start-chart.js';",
  'demo/cognito/planted.ts': "import { x } from '../../src/cognito/srp/srp.js';",
};

/** A similar import that is allowed. */
const ALLOWED = {
  'src/cognito/planted.ts': "import type { x } from '../config/config.js'; import { y } from './errors.js';",
  'src/cognito/srp/library-hashing.ts': "import { x } from 'amazon-cognito-identity-js/es/AuthenticationHelper.js';",
  'src/cognito/identity-pool.ts': "import { x } from '@aws-sdk/client-cognito-identity';",
  'src/session/planted.ts': "import { x } from '../cognito/json-protocol.js';",
  'src/client/planted.ts': "import { x } from '../cognito/json-protocol.js'; import { y } from '../config/config.js';",
  'src/machine/states/planted.ts':
    "import type { x } from '../../client/step.js'; import { y } from '../../cognito/secret.js';",
  'src/text/planted.ts': "import type { x } from '../cognito/errors.js';",
  'src/kit/planted.ts': "import { x } from '../auth.js'; import type { y } from '../machine/types.js';",
  'src/elements/planted.ts': "import { x } from '../kit/form/fields.js'; import { y } from 'lit';",
  'src/define/planted.ts': "import { x } from '../elements/auth-sign-in.js';",
  'src/compat/components/planted.ts':
    "import { x } from '../../elements/auth-sign-in.js'; import { y } from '../hub.js';",
  'src/auth.ts': "import type { x } from './machine/start-chart.js'; import type { y } from 'xstate';",
};

describe('The layers', () => {
  for (const [path, code] of Object.entries(FORBIDDEN)) {
    it(`keep ${path} from ${code}`, async () => {
      assert.equal((await complaints(path, code)).length, 1);
    });
  }

  for (const [path, code] of Object.entries(ALLOWED)) {
    it(`let ${path} have ${code}`, async () => {
      assert.deepEqual(await complaints(path, code), []);
    });
  }

  for (const name of ['window', 'document', 'localStorage', 'fetch']) {
    it(`keep ${name} from the chart and the texts`, async () => {
      assert.equal((await complaints('src/machine/planted.ts', `export const x = ${name};`)).length, 1);
      assert.equal((await complaints('src/text/planted.ts', `export const x = ${name};`)).length, 1);
    });
  }

  it('see through a dynamic import that leaves its folder', async () => {
    assert.equal((await complaints('src/machine/planted.ts', "void import('../cognito/json-protocol.js');")).length, 1);
    assert.equal((await complaints('src/elements/planted.ts', "void import('xstate');")).length, 1);
    assert.deepEqual(await complaints('src/cognito/sign-in.ts', "void import('./srp.js');"), []);
  });
});
