import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { AuthProvider } from '../../src/elements/auth-provider.js';
import { User, eventually } from '../support/user.js';

const POOL = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' };

const NEAR = ['http://localhost:1/', 'http://127.8.9.1:1/', 'http://[::1]:1/', `${location.origin}/cognito`];

const FAR = [
  'https://auth.example.com/',
  'https://localhost.example.com/',
  'https://127.0.0.1.example.com/',
  'https://localhost@example.com/',
  `${location.origin}@example.com/`,
  '//example.com/',
  '/cognito',
];

describe('The attribute user-pool-endpoint', () => {
  const provider = (endpoint: string) =>
    fixture<AuthProvider>(html`
      <auth-provider
        user-pool-id=${POOL.userPoolId}
        user-pool-client-id=${POOL.userPoolClientId}
        user-pool-endpoint=${endpoint}
      ></auth-provider>
    `);

  for (const endpoint of NEAR) {
    it(`may be on this device or this origin: ${endpoint}`, async () => {
      const element = await provider(endpoint);
      await eventually(
        () => element.auth,
        () => 'No Auth was built.',
      );
    });
  }

  for (const endpoint of FAR) {
    it(`may be nowhere else: ${endpoint}`, async () => {
      const element = await provider(endpoint);
      await new User(element).reads('Sign-in is not set up correctly on this page.');
      expect(element.auth).to.equal(undefined);
    });
  }

  it('is not needed for other hosts: the property config may have them', async () => {
    const config = { ...POOL, userPoolEndpoint: 'https://auth.example.com/' };
    const element = await fixture<AuthProvider>(html`<auth-provider .config=${config}></auth-provider>`);
    await eventually(
      () => element.auth,
      () => 'No Auth was built.',
    );
  });
});
