import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { until } from '../support/until.js';
import { HostedApp, refused } from './support/hosted-app.js';
import { setStage } from './support/stage.js';

const stage = setStage();
let app: HostedApp;
beforeEach(() => {
  app = new HostedApp(stage);
});

describe('a developer', () => {
  it('can make the next return an error', async () => {
    await app.control('POST', 'return-error', { error: 'access_denied', description: 'No & no' });
    const back = await app.signIn();
    assert.deepEqual(Object.fromEntries(back.searchParams), {
      error: 'access_denied',
      error_description: 'No & no',
      state: 'a-state',
    });
    assert.ok((await app.signIn()).searchParams.has('code'), 'once');
  });

  it('can let codes expire', async () => {
    const code = await app.code();
    await app.control('DELETE', 'codes');
    await refused(app.redeem(code), 'invalid_grant');
  });

  it('can hold back the tokens', async () => {
    const code = await app.code();
    await app.control('POST', 'held-tokens');
    let isThere = false;
    const asking = app.redeem(code).then((answer) => {
      isThere = true;
      return answer;
    });
    await until(() => stage.cognito.store.hosted.codes.find(code)?.refreshToken, { what: 'The code is redeemed.' });
    assert.equal(isThere, false);
    await app.control('DELETE', 'held-tokens');
    assert.equal((await asking).status, 200);
  });

  it('can turn the cookie off', async () => {
    await app.signIn();
    await app.control('DELETE', 'cookie');
    assert.equal((await app.authorize()).url.pathname, '/login');
    await app.signIn();
    assert.equal((await app.authorize()).url.pathname, '/login');
    await app.control('POST', 'cookie');
    await app.signIn();
    assert.ok((await app.authorize()).url.searchParams.has('code'));
  });
});
