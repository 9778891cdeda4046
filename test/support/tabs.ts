import assert from 'node:assert/strict';
import type { BrowserContext, Page, Request } from 'playwright-core';
import type { SeedPool } from '../../demo/cognito/index.js';
import type { Demo } from './demo.js';
import type { Protection } from './tab-page.js';
import { until } from './until.js';

const PASSWORD = 'Correct-Horse-7';

/** App clients by the grace period of a replaced refresh token, in seconds. */
const CLIENTS = { strict: 0, lenient: 30 } as const;
type ClientId = keyof typeof CLIENTS;

const person = (username: string) => ({
  username,
  password: PASSWORD,
  attributes: { email: `${username}@example.com`, email_verified: 'true' },
  note: '',
});

/** Those of the client's default. */
const SCOPES = ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'];

/** One pool for each app client, all with rotation of refresh tokens. */
export const POOLS: readonly SeedPool[] = Object.entries(CLIENTS).map(([id, rotationGracePeriod]) => ({
  title: id,
  pool: { id: `us-east-1_${id}` },
  client: { id, rotationGracePeriod, oauthFlows: ['code'], allowedScopes: SCOPES },
  users: ['alice', 'bob'].map(person),
}));

/** The key of the session in localStorage. */
export function keyOf(page: Page): string {
  const query = new URL(page.url()).searchParams;
  return `auth-elements.${query.get('client')}.${query.get('endpoint')}`;
}

/** The settings of the pages of a test. */
export interface TabOptions {
  readonly client?: ClientId;
  readonly protection?: Protection;
  /** Milliseconds until the page sees what another one has written to localStorage. */
  readonly lag?: number;
  /** The deadline of a request, or of a wait for another tab, in milliseconds. */
  readonly timeout?: number;
}

/** Opens a page with a headless client, in a renderer process of its own as tabs have. */
export async function openTab(
  context: BrowserContext,
  demo: Demo,
  { client = 'strict', ...options }: TabOptions = {},
): Promise<Page> {
  const page = await context.newPage();
  const given = Object.entries(options).map(([name, value]) => [name, String(value)]);
  const query = { client, endpoint: demo.cognito.endpoint, ...(Object.fromEntries(given) as Record<string, string>) };
  await page.goto(demo.page('tab', query));
  await page.waitForFunction(() => 'tab' in window);
  return page;
}

/** Opens several of them. */
export async function openTabs(
  count: number,
  context: BrowserContext,
  demo: Demo,
  options?: TabOptions,
): Promise<readonly [Page, Page, ...Page[]]> {
  const pages: Page[] = [];
  while (pages.length < count) pages.push(await openTab(context, demo, options));
  const [first, second, ...others] = pages;
  assert.ok(first && second);
  return [first, second, ...others];
}

export const signIn = (page: Page, username: string): Promise<void> =>
  page.evaluate(([name, password]) => window.tab.signIn(name, password), [username, PASSWORD] as const);

/** Leaves for the sign-in pages. */
export async function leave(page: Page, { cognito }: Demo, { client = 'strict' }: TabOptions = {}): Promise<void> {
  cognito.allowRedirects(client, [page.url()]);
  await page.evaluate(() => window.tab.leave());
  await page.getByLabel('Password').waitFor();
}

/** Signs in there, and waits for the page that it returns to. */
export async function comeBack(page: Page, username: string): Promise<void> {
  await page.getByLabel('Username or email').fill(username);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForFunction(() => 'tab' in window);
}

export const signOut = (page: Page): Promise<void> => page.evaluate(() => window.tab.signOut());

/** Access token, or the code of the error. */
export const tokensOf = (page: Page, at?: number): Promise<string> =>
  page.evaluate((moment) => window.tab.tokens(moment), at);

export const changesOf = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.tab.changes);

/** Waits until this is the last event of a page. */
export const hears = async (page: Page, change: string): Promise<void> => {
  await page
    .waitForFunction((expected) => window.tab.changes.at(-1) === expected, change)
    .catch(async () => assert.fail(`No event “${change}”, but: ${(await changesOf(page)).join()}`));
};

/** Waits until a page has the user who signed in in another one. */
export const finds = (page: Page, username: string): Promise<void> =>
  until(async () => (await page.evaluate(() => window.tab.restore())) === username, {
    what: `the page finds ${username}`,
  });

/** The localStorage of a page. */
export const recordIn = (page: Page): Promise<string | null> =>
  page.evaluate((key) => localStorage.getItem(key), keyOf(page));

/** Whether this is a request for an operation of Cognito. */
export const asks = (request: Request, operation: string): boolean =>
  request.headers()['x-amz-target']?.endsWith(`.${operation}`) === true;

/** A pending refresh. */
interface HeldRefresh {
  /** Resolves when Cognito has responded. */
  readonly asked: Promise<void>;
  /** Passes the response on. */
  release(): void;
}

/** Holds Cognito's response to a page's next refresh back. */
export async function holdRefresh(page: Page, { cognito }: Demo): Promise<HeldRefresh> {
  let [ask, release] = [() => undefined as void, () => undefined as void];
  const asked = new Promise<void>((resolve) => (ask = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(cognito.endpoint, async (route) => {
    if (!asks(route.request(), 'GetTokensFromRefreshToken')) return route.continue();
    const response = await route.fetch();
    ask();
    await released;
    // The page may have aborted it, or may have been closed.
    await route.fulfill({ response }).catch(() => undefined);
  });
  return { asked, release };
}
