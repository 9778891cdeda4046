import { chosenConfig, chosenPool } from './parts/pool.js';

// The authenticator reads its configuration when it is defined, so that has to be there first.
const authenticator = document.querySelector('auth-authenticator')!;
const config = await chosenConfig();
if (config) Object.assign(authenticator, { config });
else for (const [name, value] of Object.entries(await chosenPool())) authenticator.setAttribute(name, value);

await Promise.all([
  import('../src/define.js'),
  import('./parts/demo-header.js'),
  import('./parts/demo-app.js'),
  import('./parts/demo-inbox.js'),
  import('./parts/demo-people.js'),
  import('./parts/demo-pool.js'),
]);
