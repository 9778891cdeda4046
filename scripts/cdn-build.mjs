import { existsSync, readFileSync } from 'node:fs';
import { manifest, ROOT } from './sources.mjs';

/** What is built for pages without a bundler: a folder. */
export const CDN = `${ROOT}dist/cdn/${manifest.version}`;

/** What a page with this build holds, according to the README. */
export const CDN_PAGE = {
  script: '/auth-elements.js',
  markup: '<auth-authenticator user-pool-id="us-east-1_Example1" user-pool-client-id="abc123"></auth-authenticator>',
};

/**
 * A file of the build, or undefined when it has none at this path.
 *
 * @param {string} path
 */
export function readBuilt(path) {
  if (!existsSync(`${CDN}/auth-elements.js`)) throw new Error('There is nothing to measure: run npm run build first.');
  return existsSync(CDN + path) ? readFileSync(CDN + path, 'utf8') : undefined;
}
