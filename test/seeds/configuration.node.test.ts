import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { IDENTITY_POOLS } from '../../demo/cognito/index.js';
import { titleOf } from './sample.js';
import { Auth, CLIENT_ID, PASSWORD, Stage, USER_POOL_ID } from './stage.js';

let stage: Stage;
beforeEach(async () => (stage = await Stage.open()));
afterEach(() => stage.close());

const signIn = () => Auth.signIn('jane', PASSWORD);

for (const sample of ['configure-from-exports.js', 'configure-from-exports.s1.js', 'configure-from-exports.s3.js']) {
  describe(titleOf(sample), () => {
    it('takes the file that the CLI writes', async () => {
      const awsExports = {
        aws_project_region: 'us-east-1',
        aws_cognito_region: 'us-east-1',
        aws_user_pools_id: USER_POOL_ID,
        aws_user_pools_web_client_id: CLIENT_ID,
      };
      await stage.run(sample, { modules: { './aws-exports': { default: awsExports } } }).ended;
      assert.equal((await signIn()).getUsername(), 'jane');
    });
  });
}

describe(titleOf('switch-flow.js'), () => {
  it('sends the password as it is', async () => {
    await stage.run('switch-flow.js').ended;
    await signIn();
    assert.deepEqual(stage.requested('InitiateAuth', 'RespondToAuthChallenge'), ['InitiateAuth']);
  });
});

describe(titleOf('modular-imports.js'), () => {
  it('has the same Auth as all others', async () => {
    const read = await stage.run('modular-imports.js', { reads: ['Auth'] }).ended;
    assert.equal(read['Auth'], Auth);
    assert.equal(Auth.configure().userPoolId, USER_POOL_ID);
  });
});

for (const sample of ['configure-by-hand.s1.js', 'configure-with-hosted-ui.js']) {
  describe(titleOf(sample), () => {
    it('signs in to the pool, by the flow and with the storage that it names', async () => {
      const kept = new Map<string, string>();
      const MyStorage = class {
        getItem = (key: string) => kept.get(key);
        setItem = (key: string, value: string) => void kept.set(key, value);
        removeItem = (key: string) => void kept.delete(key);
        clear = () => kept.clear();
      };
      const names = { MyStorage, userPoolId: USER_POOL_ID, clientId: CLIENT_ID, identityPoolId: IDENTITY_POOLS[0].id };
      await stage.run(sample, { names }).ended;
      await signIn();
      assert.deepEqual(stage.requested('InitiateAuth', 'RespondToAuthChallenge'), ['InitiateAuth']);
      assert.notEqual(kept.size, 0);
    });
  });
}

describe(titleOf('own-storage.txt'), () => {
  it('keeps the session in the storage of the app, once that is ready', async () => {
    const kept = new Map<string, string>();
    let count = 0;
    const synced = () => Promise.resolve((count += 1));
    await stage.run('own-storage.txt', { names: { kept, synced } }).ended;
    await signIn();
    assert.notEqual(kept.size, 0);
    assert.equal(count, 1);
  });
});
