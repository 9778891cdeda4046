import type { AuthConfig } from '../../../src/config/config.js';
import { served } from '../../../scripts/sources.mjs';
import { bundle } from '../../support/bundle.js';
import { serve } from '../../support/serve.js';

/** A page as a bundler would make it, under the strictest policy that there is. */
export interface StrictPage {
  /** Of a page with an authenticator; without a configuration, of one with nothing but {@link Tools}. */
  url(config?: AuthConfig): string;
  /** A page where nothing is forbidden, so that whatever can be executed is. */
  readonly laxUrl: string;
  close(): Promise<void>;
}

/**
 * The strictest policy that there is.
 *
 * @param service Where the page may send requests.
 * @param trusted The names of the policies that may make markup.
 */
export const strictPolicy = (service: string, trusted = 'lit-html'): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src ${service}`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trusted}`,
  ].join('; ');

const LAX = '/lax';

/** A page with nothing in it but scripts. */
export const pageOf = (...scripts: readonly string[]): string =>
  pageWith(scripts.map((path) => `<script type="module" src="${path}"></script>`).join('\n  '));

/** A page with nothing in it but this. */
export const pageWith = (markup: string): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Strict</title>
  <main></main>
  ${markup}
</html>`;

/** @param service Where the page may send requests. */
export async function serveStrictly(service: string): Promise<StrictPage> {
  const files = await bundle('test/faults/page/page.ts', served.resolve);
  const policy = strictPolicy(service);
  const { origin, close } = await serve((path) => {
    const script = files.get(path);
    if (script !== undefined) return { type: 'text/javascript', body: script, policy };
    if (path === LAX) return { type: 'text/html', body: pageOf('/page.js') };
    return path === '/' ? { type: 'text/html', body: pageOf('/page.js'), policy } : undefined;
  });
  return {
    laxUrl: origin + LAX,
    url: (config) => `${origin}/${config ? `?${new URLSearchParams({ config: JSON.stringify(config) })}` : ''}`,
    close,
  };
}
