import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAuthClient } from '../../src/client/create-auth-client.js';
import type { FederateInput } from '../../src/client/auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import type { AuthConfig } from '../../src/config/config.js';

const CONFIG: AuthConfig = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123', storage: 'memory' };
const oauth = { domain: 'example.auth.us-east-1.amazoncognito.com', redirectSignIn: 'https://app.example.com/' };

const failsWith = (code: string, detail?: RegExp) => (error: unknown) =>
  error instanceof AuthError && (assert.equal(error.code, code), assert.match(error.detail ?? '', detail ?? /^/), true);

describe('A redirect to the sign-in pages', () => {
  it('says that they are not configured', async () => {
    await assert.rejects(createAuthClient(CONFIG).federate({}), failsWith('configuration', /^oauth$/));
  });

  it('is not possible without a page', async () => {
    await assert.rejects(createAuthClient({ ...CONFIG, oauth }).federate({}), failsWith('unsupported'));
  });

  for (const [key, value] of Object.entries({ provider: 7, prompt: 'never', loginHint: '', customState: {} })) {
    it(`names ${key} when it is ${JSON.stringify(value)}`, async () => {
      // Wrong types, as in a page without a compiler.
      const input = { [key]: value } as FederateInput;
      await assert.rejects(
        createAuthClient({ ...CONFIG, oauth }).federate(input),
        failsWith('invalid-parameter', new RegExp(`^${key}: `)),
      );
    });
  }
});
