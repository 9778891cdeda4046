import { CDN_PAGE, readBuilt } from '../cdn-build.mjs';
import { servePage } from '../page-server.mjs';
import { bundle } from './bundle.mjs';

/**
 * Serves a page with our form, and one with a form of bare lit and xstate: the libraries' share of what ours costs. Both
 * forms come as our build does, as a chunk that is imported by a small entry.
 */
export async function formPages() {
  /** @type {Map<string, string>} */
  const bareFiles = new Map([
    ['/bare-form.js', 'import "./chunks/core.js";'],
    ['/chunks/core.js', await bundle('bare-form')],
  ]);
  return {
    bare: await servePage({
      encoding: 'br',
      page: { script: '/bare-form.js', markup: '<bare-form></bare-form>' },
      read: (path) => bareFiles.get(path),
    }),
    ours: await servePage({ encoding: 'br', page: CDN_PAGE, read: readBuilt }),
  };
}
