import assert from 'node:assert/strict';
import { it } from 'node:test';
import { GUIDES, IDENTITY_POOLS } from '../../demo/cognito/index.js';
import { setPageStage } from './page-stage.js';
import { titleOf } from './sample.js';

const stage = setPageStage();

it(`${titleOf('configure-by-hand.js')}: the session is in cookies, and in no other store`, async () => {
  const { page } = stage;
  await page.evaluate((names) => void Object.assign(window.seeds.names, names), {
    userPoolId: GUIDES.pool.id,
    clientId: GUIDES.client.id,
    identityPoolId: IDENTITY_POOLS[0].id,
  });
  await stage.shows('configure-by-hand.js');
  await page.evaluate(() => window.seeds.compat.Auth.signIn('jane', 'oldPassword'));
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  const token = await page.evaluate(() =>
    window.seeds.compat.Auth.currentSession().then((session) => session.getRefreshToken().getToken()),
  );
  assert.equal(stored.includes(token), false);
  const cookies = await page.context().cookies();
  const text = decodeURIComponent(cookies.map(({ value }) => value).join(''));
  assert.ok(text.includes(token));
  const inDays = (expires: number) => Math.round((expires - Date.now() / 1000) / 86_400);
  for (const { secure, path, expires } of cookies) assert.deepEqual([secure, path, inDays(expires)], [true, '/', 365]);
});
