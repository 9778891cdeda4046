import { existsSync, readFileSync } from 'node:fs';
import { buildPackage } from './built-package.mjs';
import { serve } from './serve.js';
import type { Resource, Server } from './serve.js';

/** Pages, and below `/cdn/` the files for pages without a bundler. */
export interface Cdn extends Server {
  /** Where those files are. */
  readonly folder: string;
  /** The names of those that pages have asked for since the array was emptied. */
  readonly asked: string[];
}

const PREFIX = '/cdn/';

/**
 * Serves the built files, and beside them what a function finds for any other path.
 *
 * @param change What becomes of a file on its way. Default: nothing.
 */
export async function serveCdn(
  find: (path: string) => Resource | undefined,
  change: (file: Buffer, name: string) => Buffer = (file) => file,
): Promise<Cdn> {
  const folder = await buildPackage('cdn');
  const asked: string[] = [];
  const server = await serve((path) => {
    if (!path.startsWith(PREFIX)) return find(path);
    const name = path.slice(PREFIX.length);
    asked.push(name);
    const file = `${folder}/${name}`;
    return existsSync(file) ? { type: 'text/javascript', body: change(readFileSync(file), name) } : undefined;
  });
  return { ...server, folder, asked };
}
