import { build } from 'vite';
import { documentOf } from '../oauth/pages.js';
import { html } from '../oauth/html.js';
import type { HostedAnswer } from '../oauth/http.js';

/** Those that can be asked for, and the script of their window. */
const SCRIPTS: readonly string[] = ['google', 'facebook', 'amazon', 'apple', 'window'];

/** The page of their window. It is a client of the identity provider, which returns to it. */
export const STAND_IN_WINDOW = '/stand-ins/window';

const bundles = new Map<string, Promise<string>>();

/** A script as one text, compiled when it is first asked for. */
function bundle(name: string): Promise<string> {
  const known = bundles.get(name);
  if (known) return known;
  const bundled = compile(name);
  bundles.set(name, bundled);
  return bundled;
}

async function compile(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: new URL(`./${name}.ts`, import.meta.url).pathname, name: 'standIn', formats: ['iife'] },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error(`The stand-in ${name} was not built.`);
  return output.output[0].code;
}

/**
 * A script that stands in for that of a company, or the window that it opens.
 *
 * @param upstream The issuer of the identity provider behind them.
 */
export async function standIn(pathname: string, origin: string, upstream: string): Promise<HostedAnswer | undefined> {
  if (pathname === STAND_IN_WINDOW) {
    const content = html`<script type="module" src="/stand-ins/window.js"></script>`;
    return {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: documentOf('en', 'One moment', content),
    };
  }
  const [, name = ''] = /^\/stand-ins\/(\w+)\.js$/.exec(pathname) ?? [];
  if (!SCRIPTS.includes(name)) return undefined;
  const script = await bundle(name);
  return {
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'access-control-allow-origin': '*' },
    body: script.replaceAll('__COGNITO__', origin).replaceAll('__UPSTREAM__', upstream),
  };
}
