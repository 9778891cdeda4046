import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { PASSWORD, startLocalCognito } from '../../demo/cognito/index.js';
import { buildPackage } from '../support/built-package.mjs';

/** What a server does with the API of the guides. It prints what it has found, as JSON. */
const SERVER = `
  import { createRequire } from 'node:module';
  import { Auth, AuthClass, Hub } from 'auth-elements/compat';
  import sameAuth from 'auth-elements/compat/auth';
  import { CognitoUser } from 'amazon-cognito-identity-js';
  const required = createRequire(process.cwd() + '/')('amazon-cognito-identity-js');
  const [endpoint, password] = process.argv.slice(1);
  const config = { userPoolId: 'us-east-1_Example1', userPoolWebClientId: 'abc123', endpoint };
  const events = [];
  Hub.listen('auth', ({ payload }) => events.push(payload.event));
  Auth.configure(config);
  const user = await Auth.signIn('jane', password);
  const other = await new AuthClass(config).currentAuthenticatedUser().catch((reason) => reason);
  const { email } = (await Auth.currentAuthenticatedUser()).attributes;
  await Auth.signOut();
  console.log(JSON.stringify({
    document: typeof document,
    isSame: sameAuth === Auth,
    isImported: user instanceof CognitoUser,
    isRequired: user instanceof required.CognitoUser,
    email,
    other,
    events,
  }));`;

/** @type {import('../../demo/cognito/index.js').LocalCognito} */
let cognito;
let folder = '';
before(async () => {
  folder = dirname(await buildPackage());
  cognito = await startLocalCognito();
});
after(() => cognito.close());

describe('A server with the API of the guides', () => {
  it('signs in without a DOM, with users of its own copy of amazon-cognito-identity-js, and ends', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', SERVER, '--', cognito.endpoint, PASSWORD],
      { cwd: folder, timeout: 60_000 },
    );
    assert.deepEqual(JSON.parse(stdout), {
      document: 'undefined',
      isSame: true,
      isImported: true,
      isRequired: true,
      email: 'jane@example.com',
      // Each has a memory of its own: one for each request.
      other: 'The user is not authenticated',
      events: ['configured', 'signIn', 'configured', 'signOut'],
    });
  });
});
