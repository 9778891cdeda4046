import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigError } from '../../src/config/config.js';
import type { AuthConfig } from '../../src/config/config.js';
import { readConfig } from '../../src/config/read-config.js';

const GOOD: AuthConfig = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' };

/** Wrong types, as in a page without a compiler. */
const read = (config: unknown): AuthConfig => readConfig(config as AuthConfig);

const names = (key: string) => (error: unknown) => error instanceof ConfigError && error.key === key;

describe('The providers of a configuration', () => {
  it('are accepted with all that may be said about them', () => {
    const more = {
      scriptNonce: 'r4nd0m',
      providers: [
        { name: 'google', clientId: '123.apps.googleusercontent.com', load: () => undefined },
        { name: 'facebook', clientId: '123', version: 'v26.0', scopes: ['public_profile'] },
        { name: 'apple', clientId: 'com.example.app', redirectUri: 'https://app.example.com/' },
        {
          name: 'example',
          clientId: 'abc',
          issuer: 'https://example.eu.auth0.com/',
          redirectUri: 'http://localhost:5173/?a=1',
          logoutUri: 'https://app.example.com/bye',
          audience: 'https://api.example.com',
        },
      ],
    };
    assert.doesNotThrow(() => read({ ...GOOD, ...more }));
  });

  for (const [key, values] of Object.entries({
    name: [undefined, null, 7, {}],
    label: [7],
    icon: [null],
    idpIdentifier: [7],
    clientId: ['', 'a b', 7],
    issuer: ['', 'example.eu.auth0.com', 'http://example.com/', 'https://example.com/?x', 'javascript:alert(1)', 7],
    scopes: ['openid', [7]],
    redirectUri: ['/here', 'http://app.example.com/', 'https://app.example.com/#x', 'javascript:alert(1)', []],
    logoutUri: ['/bye'],
    audience: [7],
    load: ['./gsi.js'],
    version: [26],
    clientSecret: ['x'],
    logo: ['/x.svg'],
  })) {
    for (const value of values) {
      it(`is refused, naming the key, with providers.${key} = ${JSON.stringify(value)}`, () => {
        const providers = ['google', key === 'name' ? value : { name: 'Okta', [key]: value }];
        assert.throws(() => read({ ...GOOD, providers }), names(`providers.${key}`));
      });
    }
  }
});
