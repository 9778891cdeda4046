import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigError } from '../../src/config/config.js';
import type { AuthConfig } from '../../src/config/config.js';
import { isForeign } from '../../src/config/foreign-marks.js';
import { readConfig } from '../../src/config/read-config.js';
import { describePool } from '../../src/config/readers/describe-pool.js';

const USER_POOL = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' };
const ALONE = { identityPoolId: 'us-east-1:7d4c0b6e-0000-4000-8000-000000000000' };
const { identityPoolId } = ALONE;

/** Wrong types, as in a page without a compiler. */
const read = (config: unknown): AuthConfig => readConfig(config as AuthConfig);

const names = (key: string) => (error: unknown) =>
  error instanceof ConfigError && (assert.equal(error.key, key), assert.ok(error.message.includes(`"${key}"`)), true);

describe('A configuration with an identity pool alone', () => {
  it('is accepted', () => {
    assert.deepEqual({ ...read(ALONE) }, ALONE);
  });

  it('is refused with half of a user pool, or without the identity pool', () => {
    for (const [config, key] of [
      [{ ...ALONE, userPoolId: USER_POOL.userPoolId }, 'userPoolClientId'],
      [{ ...ALONE, userPoolClientId: USER_POOL.userPoolClientId }, 'userPoolId'],
      [{ allowGuests: true }, 'userPoolId'],
    ] as const) {
      assert.throws(() => read(config), names(key));
    }
  });

  it('may be written for Amplify 5', () => {
    assert.deepEqual({ ...readConfig({ Auth: { ...ALONE, region: 'us-east-1' } }) }, ALONE);
  });

  it('may be written by the Amplify CLI', () => {
    const exported = { aws_project_region: 'us-east-1', aws_cognito_identity_pool_id: identityPoolId };
    assert.ok(isForeign(exported));
    assert.deepEqual({ ...readConfig(exported) }, ALONE);
    const both = {
      ...exported,
      aws_user_pools_id: USER_POOL.userPoolId,
      aws_user_pools_web_client_id: USER_POOL.userPoolClientId,
    };
    assert.deepEqual({ ...readConfig(both) }, { ...ALONE, ...USER_POOL });
    assert.deepEqual(describePool(exported), { isWithoutForm: true });
    assert.deepEqual(describePool(both), {});
  });

  it('may repeat the region of its id, and name no other', () => {
    const spellings = (identityPoolRegion: unknown): readonly (readonly [string, object])[] => [
      ['Auth.identityPoolRegion', { Auth: { ...ALONE, identityPoolRegion } }],
      ['Auth.identityPoolRegion', { Auth: { ...ALONE, ...USER_POOL, region: 'us-east-1', identityPoolRegion } }],
      [
        'identityPoolRegion',
        { ...ALONE, userPoolId: USER_POOL.userPoolId, userPoolWebClientId: 'abc123', identityPoolRegion },
      ],
      ['identityPoolRegion', { aws_cognito_identity_pool_id: identityPoolId, identityPoolRegion }],
    ];
    for (const region of ['us-east-1', undefined]) {
      for (const [, config] of spellings(region)) assert.equal(read(config).identityPoolId, identityPoolId);
    }
    for (const region of ['eu-west-1', '', 1]) {
      for (const [key, config] of spellings(region)) assert.throws(() => read(config), names(key));
    }
    assert.throws(
      () => read({ Auth: { ...ALONE, identityPoolRegion: 'eu-west-1' } }),
      /must be us-east-1, as in the id/,
    );
    // Ours has no such key at all.
    assert.throws(() => read({ ...ALONE, identityPoolRegion: 'us-east-1' }), names('identityPoolRegion'));
    assert.equal(read({ Auth: { ...USER_POOL, identityPoolRegion: 'eu-west-1' } }).identityPoolId, undefined);
  });

  it('has no form', () => {
    for (const config of [ALONE, { Auth: ALONE }]) assert.deepEqual(describePool(config), { isWithoutForm: true });
    for (const config of [USER_POOL, { ...ALONE, ...USER_POOL }, { Auth: { ...ALONE, ...USER_POOL } }, {}])
      assert.deepEqual(describePool(config), {});
  });
});

describe('Functions that bring newer tokens', () => {
  it('are accepted by name', () => {
    const refreshHandlers = { google: () => undefined, 'login.example': async () => undefined };
    assert.deepEqual(read({ ...ALONE, refreshHandlers }).refreshHandlers, refreshHandlers);
  });

  for (const refreshHandlers of ['google', null, { google: 'token' }, { google: undefined }]) {
    it(`are refused, naming the key, when they are ${JSON.stringify(refreshHandlers)}`, () => {
      assert.throws(() => read({ ...ALONE, refreshHandlers }), names('refreshHandlers'));
    });
  }

  it('brings newer tokens in the words of Amplify 5', async () => {
    const google = async () => ({ token: 't', expires_at: 7, identity_id: 'i' });
    const { refreshHandlers } = readConfig({ Auth: { identityPoolId, refreshHandlers: { google } } });
    assert.deepEqual(await refreshHandlers?.['google']?.(), { token: 't', expiresAt: 7, identityId: 'i' });
    const facebook = async () => undefined;
    const other = readConfig({ Auth: { identityPoolId }, refreshHandlers: { facebook } });
    assert.deepEqual(await other.refreshHandlers?.['facebook']?.(), {});
    assert.throws(
      () => read({ Auth: { identityPoolId, refreshHandlers: { google: 'token' } } }),
      names('Auth.refreshHandlers'),
    );
  });
});
