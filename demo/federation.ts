// First of all: the answer of a redirect leaves the address before anything else is loaded.
import '../src/callback.js';
import { configure } from '../src/index.js';
import { localCognito } from './parts/local-cognito.js';

const { endpoint, identityEndpoint, identityPoolId, pools, upstream } = await localCognito();
const { domain, userPoolId, userPoolClientId } = pools.find((pool) => pool.domain)!;
const here = location.origin + location.pathname;

configure({
  userPoolId,
  userPoolClientId,
  userPoolEndpoint: endpoint,
  identityPoolId,
  identityPoolEndpoint: identityEndpoint,
  oauth: { domain: `http://${domain}`, redirectSignIn: here, redirectSignOut: here },
  providers: [
    ...(upstream
      ? [
          'google',
          {
            name: 'example',
            label: 'Example Inc.',
            icon: new URL('./icon.svg', import.meta.url).href,
            issuer: upstream,
            clientId: 'local-app',
            scopes: ['openid', 'profile', 'email', 'offline_access'],
            redirectUri: here,
            logoutUri: here,
          },
        ]
      : []),
    { name: '', label: 'the sign-in pages' },
  ],
  discovery: { 'google.example': 'Google' },
});

await Promise.all([
  import('../src/define.js'),
  import('./parts/demo-header.js'),
  import('./parts/demo-identity.js'),
  import('./parts/demo-credentials.js'),
  import('./parts/demo-ways.js'),
]);
