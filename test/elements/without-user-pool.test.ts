import { expect, fixture, html } from '@open-wc/testing';
import { createAuth } from '../../src/auth.js';
import type { AuthConfig, ForeignConfig } from '../../src/config/config.js';
import '../../src/define.js';
import { fakeClient, user as person } from '../../src/testing/fake-client.js';
import { User } from '../support/user.js';

const identityPoolId = 'us-east-1:7d4c0b6e-0000-4000-8000-000000000000';
const SPELLINGS: Readonly<Record<string, AuthConfig | ForeignConfig>> = {
  ours: { identityPoolId, providers: ['google', 'facebook'] },
  'that of Amplify 5': { Auth: { identityPoolId, region: 'us-east-1' }, providers: ['google', 'facebook'] },
};

describe('A page without a user pool', () => {
  for (const [title, config] of Object.entries(SPELLINGS)) {
    it(`shows buttons alone, with a configuration like ${title}`, async () => {
      const auth = createAuth(config, { client: fakeClient() });
      const element = await fixture(html`<auth-authenticator .auth=${auth}></auth-authenticator>`);
      const user = new User(element);
      await user.control('Continue with Google');
      await user.control('Continue with Facebook');
      await user.misses('Password');
      await user.misses('Username');
      await user.misses('Create an account');
      await expect(element).to.be.accessible();
    });
  }

  it('offers no authenticator app to a user of a provider', async () => {
    const user = person({ username: 'Gina', provider: 'accounts.google.com' });
    const auth = createAuth({ identityPoolId }, { client: fakeClient({ restore: { name: 'done', user } }) });
    const element = await fixture(html`<auth-authenticator .auth=${auth}></auth-authenticator>`);
    const visitor = new User(element);
    await visitor.heading('Hello, Gina');
    await visitor.misses('authenticator');
  });
});
