import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuthConfig, ForeignConfig } from '../../src/config/config.js';
import { readConfig } from '../../src/config/read-config.js';
import { describePool } from '../../src/config/readers/describe-pool.js';

const GOOD: AuthConfig = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' };

describe('A configuration of another library', () => {
  it('names the providers beside the user pool', () => {
    const federated = { google_client_id: 'g', facebook_app_id: '', amazon_client_id: 'a', apple_client_id: 'p' };
    const auth0 = {
      domain: 'example.eu.auth0.com',
      clientID: 'abc',
      redirectUri: 'https://app.example.com/',
      returnTo: 'https://app.example.com/bye',
      audience: 'https://api.example.com',
      scope: 'openid profile email',
      responseType: 'token id_token',
    };
    const google = { name: 'google', clientId: 'g' };
    const ofAuth0 = {
      name: 'example.eu.auth0.com',
      issuer: 'https://example.eu.auth0.com/',
      clientId: 'abc',
      redirectUri: 'https://app.example.com/',
      logoutUri: 'https://app.example.com/bye',
      audience: 'https://api.example.com',
      scopes: ['openid', 'profile', 'email'],
    };
    const plain = ({ providers = [] }: AuthConfig) => providers.map((provider) => ({ ...Object(provider) }) as object);
    const spellings: readonly (readonly [ForeignConfig & object, readonly object[]])[] = [
      [{ Auth: GOOD, federated }, [google, { name: 'amazon', clientId: 'a' }, { name: 'apple', clientId: 'p' }]],
      [{ Auth: { ...GOOD, googleClientId: 'g' } }, [google]],
      [{ Auth: { ...GOOD, auth0 } }, [ofAuth0]],
      [{ Auth: GOOD, auth0, googleClientId: 'g' } as ForeignConfig, [google, ofAuth0]],
    ];
    for (const [config, expected] of spellings) {
      assert.deepEqual(plain(readConfig(config)), expected);
      assert.deepEqual(describePool(config).providers, expected);
    }
    assert.deepEqual(readConfig({ Auth: GOOD, federated, providers: ['Okta'] }).providers?.length, 1);
    assert.throws(() => readConfig({ Auth: { ...GOOD, auth0: { ...auth0, redirectUri: 'x' } } }), {
      key: 'providers.redirectUri',
    });
  });
});
