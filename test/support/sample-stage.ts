import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import ts from 'typescript';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { HOSTED, startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito } from '../../demo/cognito/index.js';
import { served } from '../../scripts/sources.mjs';
import type { Block } from './blocks.mjs';
import { launchBrowser } from './browser.js';
import { bundle } from './bundle.js';
import { Person } from './person.js';
import { serve } from './serve.js';
import type { Server } from './serve.js';

/** What the samples name. */
const IDS = {
  userPool: 'us-east-1_Example1',
  client: 'abc123',
  identityPool: 'us-east-1:7d4c0b6e-0000-4000-8000-000000000000',
} as const;

/** The providers of the user pool that the samples name. */
const PROVIDERS = ['COGNITO', 'Google', 'SignInWithApple', 'Okta', 'ExampleSaml'];

/** The hosts of Cognito. What a page asks of them is answered by the local Cognito. */
const SERVICES = /^https:\/\/cognito-(idp|identity)\.us-east-1\.amazonaws\.com\//;

/** The scripts of companies, and what stands in for each. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'https://accounts.google.com/gsi/client': 'google',
  'https://connect.facebook.net/en_US/sdk.js': 'facebook',
};

const NONCE = 'c2FtcGxl';
const ICON = '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"/>';

/** A page, with what a sample brings. */
interface SamplePageParts {
  /** Samples in JavaScript or TypeScript, each a module of its own. */
  readonly scripts: readonly Block[];
  /** A sample in HTML: an authenticator with attributes, or what stands below one. */
  readonly markup?: Block;
  /** What the content security policy says beside what any page needs. Default: there is no policy. */
  readonly policy?: string;
}

/** A user before a page with samples of the documentation, in a browser that remembers nothing. */
interface SampleStage {
  readonly page: Page;
  readonly person: Person;
  readonly cognito: LocalCognito;
  /** Where the samples are: `http://localhost:49152/` */
  readonly home: string;
  /** A sample, with what is replaced in it: ids and origins. */
  replaced(block: Block): string;
  /** The same in JavaScript. */
  scriptOf(block: Block): string;
  /** Opens the page with these samples. */
  opens(parts: SamplePageParts): Promise<void>;
}

const APP = '<template><h2>Only signed-in people see this</h2></template>';

/** A sample with an authenticator gets the app into it; any other stands below one. */
const withApp = (markup: string): string => {
  const authenticator = /(?=<\/auth-authenticator>)/;
  return authenticator.test(markup)
    ? markup.replace(authenticator, APP)
    : `<auth-authenticator>${APP}</auth-authenticator>${markup}`;
};

const documentOf = ({ scripts }: SamplePageParts, markup: string): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>A sample of the documentation</title>
  <script type="importmap" nonce="${NONCE}">{ "imports": { "auth-elements": "/sample-page.js" } }</script>
  <main>
    <section aria-label="The app">
      ${withApp(markup)}
    </section>
  </main>
  <script type="module" src="/sample-page.js"></script>
  ${scripts.map((_, index) => `<script type="module" src="/sample-${index}.js"></script>`).join('\n')}
</html>`;

const compiled = (code: string): string =>
  ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  }).outputText;

/** All of it for the tests of a `describe`. */
export function setSampleStage(): SampleStage {
  let cognito: LocalCognito;
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let person: Person;
  let parts: SamplePageParts = { scripts: [] };

  /** All that is replaced in a sample. */
  const replaced = ({ code }: Block): string => {
    const table: readonly (readonly [string, string])[] = [
      ['example.auth.us-east-1.amazoncognito.com', cognito.tlsDomain!],
      ['https://app.example.com', server.origin],
      ['https://example.eu.auth0.com/', cognito.upstream!],
      ['1234.apps.googleusercontent.com', 'local-google'],
      ['1234567890', 'local-facebook'],
      ['AbC123', 'local-app'],
    ];
    return table.reduce((text, [shown, local]) => text.replaceAll(shown, local), code);
  };

  const scriptOf = (block: Block): string => compiled(replaced(block));

  before(async () => {
    cognito = await startLocalCognito({
      tls: true,
      upstream: true,
      seed: [
        {
          ...HOSTED,
          pool: { ...HOSTED.pool, id: IDS.userPool },
          client: { ...HOSTED.client, id: IDS.client, providers: PROVIDERS },
        },
      ],
      identityPools: [{ id: IDS.identityPool, allowsGuests: true }],
    });
    const files = await bundle('test/support/sample-page.ts', served.resolve);
    server = await serve((path) => {
      const script = files.get(path);
      if (script !== undefined) return { type: 'text/javascript', body: script };
      if (path === '/example.svg') return { type: 'image/svg+xml', body: ICON };
      const sample = parts.scripts[Number(/^\/sample-(\d+)\.js$/.exec(path)?.[1])];
      if (sample) return { type: 'text/javascript', body: scriptOf(sample) };
      if (path !== '/') return undefined;
      const body = documentOf(parts, parts.markup ? replaced(parts.markup) : '');
      return { type: 'text/html', body, ...(parts.policy !== undefined && { policy: policyOf(parts.policy) }) };
    });
    cognito.allowRedirects(IDS.client, [`${server.origin}/`]);
    cognito.allowUpstreamRedirects([`${server.origin}/`]);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await server.close();
    await cognito.close();
  });

  beforeEach(async () => {
    context = await browser.newContext({ ignoreHTTPSErrors: true });
    await context.route(SERVICES, (route) =>
      route.continue({ url: route.request().url().replace(SERVICES, `https://${cognito.tlsDomain!}/`) }),
    );
    for (const [address, name] of Object.entries(SCRIPTS)) {
      await context.route(address, async (route) => {
        const standIn = await fetch(`${cognito.endpoint}stand-ins/${name}.js`);
        await route.fulfill({ contentType: 'text/javascript', body: await standIn.text() });
      });
    }
    page = await context.newPage();
    person = new Person(page);
  });
  afterEach(() => context.close());

  return {
    get page() {
      return page;
    },
    get person() {
      return person;
    },
    get cognito() {
      return cognito;
    },
    get home() {
      return `${server.origin}/`;
    },
    replaced,
    scriptOf,
    async opens(given) {
      parts = given;
      const [script] = given.scripts;
      assert.match(script?.code ?? '', /auth-elements/, 'no sample');
      await person.opens(`${server.origin}/`);
    },
  };
}

/** A strict policy, which allows what no page of ours can do without. */
const policyOf = (more: string): string =>
  ["default-src 'none'", `script-src 'self' 'nonce-${NONCE}'`, "style-src 'self'", "img-src 'self'", more].join('; ');
