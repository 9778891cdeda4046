import type { AuthConfig } from '../../../src/config/config.js';
import { served } from '../../../scripts/sources.mjs';
import { bundle } from '../../support/bundle.js';
import { serve } from '../../support/serve.js';

/** A bundled page, under the strictest policy. */
export interface StrictPage {
  /** The page with an authenticator; without a configuration, one with {@link Tools} only. */
  url(config?: AuthConfig): string;
  /** A page without a policy, so that every script can be executed. */
  readonly laxUrl: string;
  close(): Promise<void>;
}

/**
 * The strictest policy.
 *
 * @param service Where the page may send requests.
 * @param trusted The names of the allowed Trusted Types policies.
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

/** A page with scripts only. */
export const pageOf = (...scripts: readonly string[]): string =>
  pageWith(scripts.map((path) => `<script type="module" src="${path}"></script>`).join('\n  '));

/** A page with this content only. */
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
