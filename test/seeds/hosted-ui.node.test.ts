import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { titleOf } from './sample.js';
import { Auth, CLIENT_ID, Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => (stage = await Stage.open()));
afterEach(() => stage.close());

/** What the guides configure. */
const OAUTH = {
  domain: 'your-domain-prefix.auth.us-east-1.amazoncognito.com',
  redirectSignIn: 'https://www.example.com/signin',
  redirectSignOut: 'https://www.example.com/signout',
  responseType: 'code',
};

describe(titleOf('configure-hosted-ui.js'), () => {
  it('configures the hosted pages, and leaves the rest as it is', async () => {
    await stage.run('configure-hosted-ui.js').ended;
    const { oauth, userPoolWebClientId } = Auth.configure();
    assert.deepEqual(oauth, {
      ...OAUTH,
      scope: ['phone', 'email', 'profile', 'openid', 'aws.cognito.signin.user.admin'],
      options: { AdvancedSecurityDataCollectionFlag: true },
    });
    assert.equal(userPoolWebClientId, CLIENT_ID);
  });
});

/** Where a page is sent: the path, and the query. */
const WAYS = {
  'open-hosted-ui.js': [['/login', {}]],
  'open-hosted-ui.s1.js': [
    ['/login', {}],
    ['/oauth2/authorize', { identity_provider: 'Google' }],
    ['/oauth2/authorize', { identity_provider: 'Facebook' }],
  ],
} as const;

for (const [sample, ways] of Object.entries(WAYS)) {
  describe(titleOf(sample), () => {
    it('builds the addresses of the hosted pages from the configuration', async () => {
      await stage.run('configure-hosted-ui.js').ended;
      const opened: string[] = [];
      const window = { location: { assign: (url: string) => void opened.push(url) } };
      await stage.run(sample, { names: { window } }).ended;
      const query = { redirect_uri: OAUTH.redirectSignIn, response_type: 'code', client_id: CLIENT_ID };
      const found = opened
        .map((address) => new URL(address))
        .map(({ host, pathname, searchParams }) => {
          assert.equal(host, OAUTH.domain);
          return [pathname, Object.fromEntries(searchParams)];
        });
      assert.deepEqual(
        found,
        ways.map(([path, more]) => [path, { ...query, ...more }]),
      );
    });
  });
}
