import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { MIAS_KEY, SEED, startLocalCognito, TOMS_KEY } from '../../demo/cognito/index.js';
import type { LocalCognito } from '../../demo/cognito/index.js';
import type { AuthConfig } from '../../src/config/config.js';
import { launchBrowser } from '../support/browser.js';
import { VirtualAuthenticator } from '../support/virtual-authenticator.js';
import { APP, PageVisitor } from './page/page-visitor.js';
import type { PageHabits } from './page/page-visitor.js';
import { problemsOf } from './page/problems.js';
import { serveStrictly } from './page/serve.js';
import type { StrictPage } from './page/serve.js';

const MINUTE = 60_000;

interface Walk extends PageHabits {
  /** The number in the id of the pool. */
  readonly pool: number;
  readonly authFlow?: NonNullable<AuthConfig['authFlow']>;
  /** The button that they press first. */
  readonly link?: string;
  /** The screens that they have to pass. */
  readonly screens: readonly string[];
  /** The screens of the next sign-in with the same browser. */
  readonly again?: readonly string[];
}

const WALKS: Readonly<Record<string, Walk>> = {
  'a password': { pool: 1, username: 'jane', screens: ['auth-sign-in', 'app'] },
  'an authenticator app': {
    pool: 1,
    username: 'tom',
    key: TOMS_KEY,
    screens: ['auth-sign-in', 'auth-confirm-sign-in', 'app'],
  },
  'a text message': {
    pool: 1,
    username: 'sue',
    phone: '+15555550100',
    screens: ['auth-sign-in', 'auth-confirm-sign-in', 'app'],
  },
  'a temporary password': {
    pool: 1,
    username: 'newbie',
    password: 'Temporary-7',
    screens: ['auth-sign-in', 'auth-new-password', 'app'],
  },
  'an account to confirm': {
    pool: 1,
    username: 'una',
    screens: ['auth-sign-in', 'auth-confirm-sign-up', 'auth-sign-in', 'app'],
  },
  'an app to set up': {
    pool: 2,
    username: 'max@example.com',
    screens: ['auth-sign-in', 'auth-totp-setup', 'app'],
  },
  'a choice of mail': {
    pool: 3,
    authFlow: 'USER_AUTH',
    username: 'cleo',
    chooses: ['Send a code by email'],
    screens: ['auth-sign-in', 'auth-select-factor', 'auth-confirm-sign-in', 'app'],
  },
  'a choice of a password': {
    pool: 3,
    authFlow: 'USER_AUTH',
    username: 'cleo',
    screens: ['auth-sign-in', 'auth-select-factor', 'app'],
  },
  'nothing but mail': {
    pool: 3,
    authFlow: 'USER_AUTH',
    username: 'emma',
    screens: ['auth-sign-in', 'auth-confirm-sign-in', 'app'],
  },
  'a choice of second factors': {
    pool: 3,
    authFlow: 'USER_SRP_AUTH',
    username: 'mia',
    key: MIAS_KEY,
    screens: ['auth-sign-in', 'auth-select-mfa-type', 'auth-confirm-sign-in', 'app'],
  },
  'a question': {
    pool: 4,
    authFlow: 'CUSTOM_WITHOUT_SRP',
    username: 'carl',
    screens: ['auth-sign-in', 'auth-custom-challenge', 'app'],
  },
  'a second factor to set up': {
    pool: 5,
    username: 'seth',
    chooses: ['Email'],
    screens: ['auth-sign-in', 'auth-select-mfa-type', 'auth-email-setup', 'auth-confirm-sign-in', 'app'],
  },
  'a new device': {
    pool: 6,
    username: 'dora',
    screens: ['auth-sign-in', 'auth-confirm-sign-in', 'auth-remember-device', 'app'],
    again: ['auth-sign-in', 'app'],
  },
  'a new account': {
    pool: 1,
    username: 'ida',
    link: 'Create an account',
    screens: ['auth-sign-up', 'auth-confirm-sign-up', 'app'],
  },
  'a forgotten password': {
    pool: 1,
    username: 'jane',
    password: 'Battery-Staple-8',
    newPassword: 'Battery-Staple-8',
    link: 'Forgot password?',
    screens: ['auth-forgot-password', 'auth-reset-password', 'app'],
  },
};

describe('a page with the strictest content security policy and trusted types', () => {
  let now = Date.now();
  let cognito: LocalCognito;
  let strict: StrictPage;
  let browser: Browser;

  before(async () => {
    cognito = await startLocalCognito({ now: () => now });
    strict = await serveStrictly(cognito.endpoint);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await strict.close();
    await cognito.close();
  });

  async function open(
    walk: Pick<Walk, 'pool' | 'authFlow'>,
  ): Promise<{ readonly page: Page; readonly problems: readonly string[] }> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const problems = await problemsOf(page);
    const seed = SEED.find(({ pool }) => pool.id.endsWith(walk.pool.toString()))!;
    await page.goto(
      strict.url({
        userPoolId: seed.pool.id,
        userPoolClientId: seed.client.id,
        userPoolEndpoint: cognito.endpoint,
        ...(walk.authFlow && { authFlow: walk.authFlow }),
      }),
    );
    return { page, problems };
  }

  it('is one that reports violations', async () => {
    const { page, problems } = await open({ pool: 1 });
    await page.getByLabel('Username').waitFor();
    await page.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
      try {
        Reflect.set(document.body, 'innerHTML', '<b>');
      } catch {
        // Not allowed.
      }
    });
    assert.match(problems.join('\n'), /style-src/);
    assert.match(problems.join('\n'), /TrustedHTML/);
    await page.context().close();
  });

  for (const [title, walk] of Object.entries(WALKS)) {
    it(`signs users in with ${title}, without a violation`, async () => {
      now += MINUTE;
      const { page, problems } = await open(walk);
      const visitor = new PageVisitor(page, cognito, () => now, walk);
      await visitor.screen();
      if (walk.link) {
        await page.getByRole('button', { name: walk.link }).click();
        await visitor.leaves('auth-sign-in');
      }
      const seen = await visitor.walk();
      assert.deepEqual(
        walk.screens.filter((screen) => !seen.includes(screen)),
        [],
      );
      await visitor.signsOut();
      if (walk.again) {
        assert.deepEqual(await visitor.walk(), walk.again);
        await visitor.signsOut();
      }
      assert.deepEqual(problems, []);
      await page.context().close();
    });
  }

  it('lets users create a passkey, choose it, and use it by autofill, without a violation', async () => {
    now += MINUTE;
    const walk = { pool: 3, authFlow: 'USER_AUTH', username: 'cleo', chooses: ['Use a passkey'] } as const;
    const { page, problems } = await open(walk);
    const authenticator = await VirtualAuthenticator.add(page);
    const visitor = new PageVisitor(page, cognito, () => now, walk);
    assert.ok((await visitor.walk()).includes('auth-passkey-prompt'));

    // The offer of the form is ignored: the passkey is chosen on the next screen.
    await authenticator.takes(false);
    await visitor.signsOut();
    await visitor.walk('auth-select-factor');
    await authenticator.takes(true);
    assert.deepEqual(await visitor.walk(), ['auth-select-factor', 'app']);

    await authenticator.takes(false);
    await visitor.signsOut();
    await authenticator.takes(true);
    await page.reload();
    await page.getByText(APP).waitFor();
    assert.deepEqual(problems, []);
    await page.context().close();
  });
});
