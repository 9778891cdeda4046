import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { PASSWORD } from '../../demo/cognito/index.js';
import type { AuthClass } from '../../src/compat/index.js';
import { accessClaims, idClaims, jwt } from '../session/tokens.js';
import { CompatStage } from './compat-stage.js';

/** What becomes of a GetUser. */
type Fate = (signal: AbortSignal | null | undefined) => Promise<Response>;

const FATES: Readonly<Record<string, Fate>> = {
  'fails with 500': async () => new Response('', { status: 500 }),
  'is not answered': (signal) =>
    new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
  'is lost with the network': () => Promise.reject(new TypeError('Failed to fetch')),
};

let stage: CompatStage;
beforeEach(async () => (stage = await CompatStage.open()));
afterEach(() => stage.close());

/** A page on which each GetUser has this fate. */
const page = (fate: Fate): AuthClass =>
  stage.page({
    timeout: 2_000,
    environment: {
      fetch: (input: string, init: RequestInit) =>
        new Headers(init.headers).get('x-amz-target')?.endsWith('.GetUser') ? fate(init.signal) : fetch(input, init),
    },
  });

describe('A user of whom Cognito tells nothing', () => {
  for (const [title, fate] of Object.entries(FATES)) {
    it(`is signed in without attributes, when GetUser ${title}`, async () => {
      const Auth = page(fate);
      const user = await Auth.signIn('jane', PASSWORD);
      assert.equal(user.attributes, undefined);
      assert.ok(user.getSignInUserSession()?.isValid());
      assert.deepEqual(stage.events.slice(-1), ['signIn']);
      assert.equal((await Auth.currentAuthenticatedUser()).attributes, undefined);
      assert.equal((await stage.page().currentAuthenticatedUser()).attributes?.['email'], 'jane@example.com');
    });
  }

  it('is not asked for, when the tokens do not allow it', async () => {
    const issued = { iat: Math.floor(Date.now() / 1000), exp: Math.floor(Date.now() / 1000) + 3600 };
    const left = {
      LastAuthUser: 'jane',
      'jane.accessToken': jwt({ ...accessClaims(), ...issued, scope: 'openid email' }),
      'jane.idToken': jwt({ ...idClaims(), ...issued }),
    };
    for (const [name, value] of Object.entries(left)) {
      stage.storage.setItem(`CognitoIdentityServiceProvider.abc123.${name}`, value);
    }
    const user = await stage.page({ endpoint: undefined }).currentAuthenticatedUser();
    assert.equal(user.getUsername(), 'user of a-sub');
    assert.equal(user.attributes, undefined);
  });
});
