import type { AuthConfig } from '../../src/config/config.js';
import '../../src/define.js';
import type { Mount } from './frameworks/mount.js';

const MOUNTS: Readonly<Record<string, () => Promise<{ readonly mount: Mount }>>> = {
  Lit: () => import('./frameworks/lit.js'),
  React: () => import('./frameworks/react.js'),
  Svelte: () => import('./frameworks/svelte.js'),
  Vue: () => import('./frameworks/vue.js'),
};

const query = new URLSearchParams(location.search);

const config = (): AuthConfig => ({
  userPoolId: query.get('pool') ?? '',
  userPoolClientId: query.get('client') ?? '',
  userPoolEndpoint: query.get('endpoint') ?? '',
});

const { mount } = await MOUNTS[query.get('framework') ?? '']!();
mount(document.querySelector('section')!, config);
