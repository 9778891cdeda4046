import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { addUsers, SEED, startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito, SeedUser } from '../../demo/cognito/index.js';
import type { AuthConfig } from '../../src/config/config.js';
import { launchBrowser } from '../support/browser.js';
import { startFaultyNetwork } from '../support/faults.js';
import type { Fault, FaultyNetwork } from '../support/faults.js';
import { IS_LONG } from '../support/trials.js';
import { PageVisitor } from './page/page-visitor.js';
import type { PageHabits } from './page/page-visitor.js';
import { serveStrictly } from './page/serve.js';
import type { StrictPage } from './page/serve.js';

const MINUTE = 60_000;
const PASSWORD = 'Correct-Horse-7';
const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** The fault, and what the user reads. */
const MODES: Readonly<Partial<Record<Fault, RegExp>>> = {
  'cut-before': /No connection/,
  hang: /No answer came/,
  failing: /service has a problem/,
  html: /answer that we do not understand/,
  throttled: /Too many requests/,
};
// `Object.keys` loses the type of the keys.
const FAULTS = Object.keys(MODES) as readonly Fault[];

/** How a user gets to a screen. */
interface Way {
  readonly pool: number;
  readonly authFlow?: NonNullable<AuthConfig['authFlow']>;
  readonly account?: Partial<SeedUser>;
  readonly habits?: Partial<PageHabits>;
  readonly link?: string;
}

/** Each screen that sends a request. */
const WAYS: Readonly<Record<string, Way>> = {
  'auth-sign-in': { pool: 1, account: {} },
  'auth-confirm-sign-in': { pool: 1, account: { totp: KEY }, habits: { key: KEY } },
  'auth-new-password': { pool: 1, account: { status: 'FORCE_CHANGE_PASSWORD' } },
  'auth-confirm-sign-up': { pool: 1, account: { status: 'UNCONFIRMED' } },
  'auth-totp-setup': { pool: 2, account: {} },
  'auth-select-factor': { pool: 3, authFlow: 'USER_AUTH', account: {} },
  'auth-select-mfa-type': {
    pool: 3,
    authFlow: 'USER_SRP_AUTH',
    account: { totp: KEY, email: true },
    habits: { key: KEY },
  },
  'auth-custom-challenge': { pool: 4, authFlow: 'CUSTOM_WITHOUT_SRP', account: {} },
  'auth-email-setup': { pool: 5, account: {}, habits: { chooses: ['Email'] } },
  'auth-remember-device': { pool: 6, account: {} },
  'auth-sign-up': { pool: 1, link: 'Create an account' },
  'auth-forgot-password': { pool: 1, account: {}, link: 'Forgot password?' },
  'auth-reset-password': { pool: 1, account: {}, link: 'Forgot password?' },
};

describe('a screen whose request fails', () => {
  let now = Date.now();
  let people = 0;
  let cognito: LocalCognito;
  let network: FaultyNetwork;
  let strict: StrictPage;
  let browser: Browser;

  before(async () => {
    cognito = await startLocalCognito({ now: () => now });
    network = await startFaultyNetwork(cognito.endpoint);
    strict = await serveStrictly(network.endpoint);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await strict.close();
    await network.close();
    await cognito.close();
  });

  /** A new user for each try. */
  function moveIn({ pool: number, account, habits }: Way): PageHabits {
    const pool = cognito.store.pools.find(({ id }) => id.endsWith(number.toString()))!;
    const name = `person${(people += 1).toString()}`;
    const email = `${name}@example.com`;
    const username = pool.usernameAttributes.length > 0 ? email : name;
    const isReachable = account?.status !== 'UNCONFIRMED' && number !== 5;
    const attributes = { email, ...(isReachable && { email_verified: 'true' }) };
    if (account) addUsers(cognito.store, pool, [{ username, password: PASSWORD, attributes, note: '', ...account }]);
    return { username, email, password: PASSWORD, ...habits };
  }

  async function fail(screen: string, way: Way, fault: Fault): Promise<void> {
    now += MINUTE;
    network.heal();
    const context = await browser.newContext();
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    const seed = SEED.find(({ pool }) => pool.id.endsWith(way.pool.toString()))!;
    const config: AuthConfig = {
      userPoolId: seed.pool.id,
      userPoolClientId: seed.client.id,
      userPoolEndpoint: network.endpoint,
      // Otherwise as long as on any page: a busy machine must not look like this fault.
      ...(fault === 'hang' && { timeout: 3_000 }),
      ...(way.authFlow && { authFlow: way.authFlow }),
    };
    await page.goto(strict.url(config));
    const visitor = new PageVisitor(page, cognito, () => now, moveIn(way));
    await visitor.screen();
    if (way.link) {
      await page.getByRole('button', { name: way.link }).click();
      await visitor.leaves('auth-sign-in');
    }
    await visitor.walk(screen);

    await visitor.fill();
    const inputs = page.locator(`${screen} > form input:visible`);
    const typed = await inputs.evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
    network.plan(fault, 0, true);
    const button = await visitor.button();
    await button.click();

    const problem = page.locator(`${screen} [data-auth=alert], ${screen} [data-auth~=error]`).first();
    await problem.waitFor();
    assert.match(await problem.innerText(), MODES[fault] ?? /./);
    assert.equal(await visitor.screen(), screen, 'the screen is the same');
    assert.deepEqual(
      await inputs.evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value)),
      typed,
      'what was typed is still there',
    );
    assert.equal(await button.getAttribute('aria-disabled'), 'false', 'the button can be pressed');
    const focus = await page.evaluate((tag) => document.activeElement?.closest(tag)?.localName, screen);
    assert.equal(focus, screen, 'focus is on the screen');

    network.heal();
    await (await visitor.button()).click();
    assert.notEqual(await visitor.leaves(screen), screen);
    assert.deepEqual(problems, []);
    await context.close();
  }

  for (const [index, [screen, way]] of Object.entries(WAYS).entries()) {
    for (const fault of IS_LONG ? FAULTS : [FAULTS[index % FAULTS.length]!]) {
      it(`shows an error, keeps what was typed, and continues later: ${screen}, ${fault}`, () =>
        fail(screen, way, fault));
    }
  }
});
