import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { findUser } from '../../demo/cognito/index.js';
import { fieldsOf, parseJson } from '../../src/cognito/json.js';
import { claimsOf } from '../../src/cognito/jwt.js';
import { setDemoStage } from '../support/demo-stage.js';
import type { TabOptions } from '../support/tabs.js';
import { IS_LONG, trials } from '../support/trials.js';
import { until } from '../support/until.js';
import {
  asks,
  changesOf,
  comeBack,
  finds,
  hears,
  holdRefresh,
  keyOf,
  leave,
  openTab,
  openTabs,
  POOLS,
  recordIn,
  signIn,
  signOut,
  tokensOf,
} from '../support/tabs.js';

/** How often each race is run. */
const TRIALS = trials(2, 50);
const HOUR = 3_600_000;
/** Milliseconds, far more than a browser takes. */
const LAG = 200;

/** How a tab ends while it is busy. */
const ENDS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  closed: (page) => page.close(),
  crashed: async (page) => {
    const devtools = await page.context().newCDPSession(page);
    const crash = page.waitForEvent('crash');
    // A crashed page does not respond.
    void devtools.send('Page.crash').catch(() => undefined);
    await crash;
  },
};

let passed = 0;
const stage = setDemoStage({ seed: POOLS, now: () => Date.now() + passed });
let context: BrowserContext;
beforeEach(async () => {
  context = await stage.browser.newContext();
  context.setDefaultTimeout(30_000);
});
afterEach(() => context.close());

const received = (operation: string): number =>
  stage.demo.cognito.received.filter((request) => request.operation === operation).length;

/** Revokes every token of a user. */
function signOutAtCognito(username: string): void {
  const { pools, tokens } = stage.demo.cognito.store;
  for (const pool of pools) tokens.revokeAll(findUser(pool, username)!);
}

/** Advances the time until the tokens of every page have expired. */
async function expire(pages: readonly Page[]): Promise<void> {
  passed += 2 * HOUR;
  await Promise.all(pages.map((page) => page.evaluate((time) => window.tab.advance(time), 2 * HOUR)));
}

/** Waits until a page waits for a lock that another one holds. */
async function waits(page: Page, lock: string): Promise<void> {
  const isWaiting = () =>
    page.evaluate(async (name) => {
      const { held, pending } = await navigator.locks.query();
      return [held, pending].every((locks) => locks?.some((one) => one.name === name));
    }, lock);
  await until(isWaiting, { what: `the page waits for ${lock}` });
}

/** All pages get tokens at the same time. Returns the number of refreshes, and of different tokens. */
async function wakeTogether(pages: readonly Page[]): Promise<{ readonly refreshes: number; readonly tokens: number }> {
  await expire(pages);
  const before = received('GetTokensFromRefreshToken');
  const moment = Date.now() + 50 + 10 * pages.length;
  const tokens = await Promise.all(pages.map((page) => tokensOf(page, moment)));
  assert.ok(
    tokens.every((token) => token.includes('.')),
    tokens.join(),
  );
  return { refreshes: received('GetTokensFromRefreshToken') - before, tokens: new Set(tokens).size };
}

/** How many of the trials had more than one refresh. */
async function failures(count: number, times: number, options: TabOptions): Promise<number> {
  const pages = await openTabs(count, context, stage.demo, options);
  await signIn(pages[0], 'alice');
  await Promise.all(pages.map((page) => finds(page, 'alice')));
  let failed = 0;
  for (let trial = 0; trial < times; trial += 1) {
    const { refreshes, tokens } = await wakeTogether(pages);
    if (refreshes !== 1 || tokens !== 1) failed += 1;
  }
  return failed;
}

describe('Tabs that need tokens at the same time, with refresh tokens that work once', () => {
  for (const count of IS_LONG ? [2, 8, 20] : [2, 8]) {
    it(`refresh once: ${count} tabs`, async () => {
      assert.equal(await failures(count, TRIALS, {}), 0);
    });
  }

  it('refresh once when localStorage shows late what other tabs have written', async () => {
    assert.equal(await failures(8, trials(2, 20), { lag: LAG }), 0);
  });

  it('refresh more than once without any protection: the control', async () => {
    assert.equal(await failures(8, 2, { protection: 'none' }), 2);
  });

  it('refresh more than once with a lock and a second read of a late localStorage: the control', async () => {
    assert.equal(await failures(8, 2, { protection: 'lock', lag: LAG }), 2);
  });
});

describe('Tabs that come back from the sign-in pages at the same time', () => {
  for (const [who, names] of [
    ['one user', ['alice']],
    ['two users', ['alice', 'bob']],
  ] as const) {
    it(`have one session in the end, and refresh it once: ${who}`, async () => {
      const { hosted } = stage.demo.cognito.store;
      // A browser has six connections to a host, and each is held.
      const pages = await openTabs(trials(4, 6), context, stage.demo);
      for (const page of pages) await leave(page, stage.demo);
      hosted.holdTokens();
      const before = received('POST /oauth2/token');
      const restored = pages.map(async (page, index) => {
        await comeBack(page, names[index % names.length]!);
        return page.evaluate(() => window.tab.restore());
      });
      await until(() => received('POST /oauth2/token') - before === pages.length, { what: 'each sends its code' });
      hosted.releaseTokens();
      await Promise.all(restored);
      const isAgreed = async () => {
        const users = await Promise.all(pages.map((page) => page.evaluate(() => window.tab.restore())));
        return new Set(users).size === 1 && users[0] !== '';
      };
      await until(isAgreed, { what: 'all tabs have the same user' });
      assert.deepEqual(await wakeTogether(pages), { refreshes: 1, tokens: 1 });
    });
  }
});

describe('What happens in one tab', () => {
  for (const missing of ['', 'BroadcastChannel', 'storage']) {
    const title = missing && `, where there is no ${missing === 'storage' ? 'storage event' : missing}`;
    it(`reaches all tabs${title}`, async () => {
      await context.addInitScript((name) => {
        if (name === 'storage') addEventListener(name, (event) => event.stopImmediatePropagation(), true);
        else if (name) Reflect.deleteProperty(window, name);
      }, missing);
      const pages = await openTabs(trials(4, 20), context, stage.demo);
      const [first, second, ...others] = pages;
      // Most have no client yet. Without storage events, only those with one hear of each other.
      const ready = missing === 'storage' ? pages : [second];
      await Promise.all(ready.map((page) => page.evaluate(() => window.tab.prepare())));
      await signIn(first, 'alice');
      await Promise.all(pages.map((page) => hears(page, 'started alice')));
      await signOut(second);
      await Promise.all([first, ...others].map((page) => hears(page, 'ended other-tab')));
      await signIn(first, 'bob');
      await Promise.all(pages.map((page) => hears(page, 'started bob')));
      for (const page of pages) {
        const expected = ['started alice', `ended ${page === second ? 'user' : 'other-tab'}`, 'started bob'];
        assert.deepEqual(await changesOf(page), expected);
      }
    });
  }

  it('reaches all tabs when the storage is cleared, and lets users sign in again', async () => {
    const pages = await openTabs(2, context, stage.demo);
    await signIn(pages[0], 'alice');
    await hears(pages[1], 'started alice');
    await pages[1].evaluate(() => localStorage.clear());
    await hears(pages[0], 'ended other-tab');
    assert.equal(await tokensOf(pages[1]), 'session-expired');
    await signIn(pages[1], 'bob');
    await hears(pages[0], 'started bob');
  });

  it('leads to one event for each when the session has ended, and one request', async () => {
    const pages = await openTabs(5, context, stage.demo);
    await signIn(pages[0], 'alice');
    await Promise.all(pages.map((page) => hears(page, 'started alice')));
    await expire(pages);
    signOutAtCognito('alice');
    const before = received('GetTokensFromRefreshToken');
    assert.deepEqual(
      await Promise.all(pages.map((page) => tokensOf(page))),
      pages.map(() => 'session-expired'),
    );
    assert.equal(received('GetTokensFromRefreshToken') - before, 1);
    const ends = await Promise.all(pages.map(async (page) => (await changesOf(page)).slice(1).join()));
    assert.deepEqual(ends.sort(), [...pages.slice(1).map(() => 'ended other-tab'), 'ended revoked']);
  });
});

describe('A sign-out in another tab while one refreshes', () => {
  /** Alice is signed in in both tabs, and one has a pending refresh. */
  async function refreshingOf(here: Page, there: Page) {
    await signIn(here, 'alice');
    await finds(there, 'alice');
    await expire([here, there]);
    const refresh = await holdRefresh(here, stage.demo);
    const refreshed = tokensOf(here);
    await refresh.asked;
    return { refresh, refreshed };
  }

  for (const lag of [0, LAG]) {
    it(`leaves nothing behind, whichever is first${lag ? ', with a late localStorage' : ''}`, async () => {
      const [here, there] = await openTabs(2, context, stage.demo, { lag });
      for (let trial = 0; trial < TRIALS; trial += 1) {
        const { refresh, refreshed } = await refreshingOf(here, there);
        // Before it, after it, and at the same time.
        const out = trial % 2 === 0 ? signOut(there) : undefined;
        if (trial % 4 === 0) await out;
        refresh.release();
        if (trial % 4 === 1) await refreshed;
        await Promise.all([refreshed, out ?? signOut(there)]);
        await hears(here, 'ended other-tab');
        for (const page of [here, there]) {
          assert.equal(await tokensOf(page), 'session-expired');
          assert.equal(await recordIn(page), null);
        }
      }
      const later = await openTab(context, stage.demo);
      assert.equal(await later.evaluate(() => window.tab.restore()), '');
      assert.equal(await later.evaluate(() => localStorage.length), 0);
    });
  }

  it('revokes at Cognito, too, what came too late', async () => {
    const [here, there] = await openTabs(2, context, stage.demo);
    const { refresh, refreshed } = await refreshingOf(here, there);
    await signOut(there);
    const late = here.waitForRequest((request) => asks(request, 'RevokeToken'));
    refresh.release();
    assert.equal(await refreshed, 'session-expired');
    await late;
  });
});

describe('Bob, who signs in in another tab while one refreshes for Alice,', () => {
  for (const lag of [0, LAG]) {
    for (const answer of ['tokens', 'refusal'] as const) {
      for (const order of ['first', 'last', 'together'] as const) {
        const title = `${answer} for Alice, ${order}${lag ? ', with a late localStorage' : ''}`;
        it(`is the user of both tabs in the end: ${title}`, async () => {
          const [here, there] = await openTabs(2, context, stage.demo, { lag });
          await signIn(here, 'alice');
          await finds(there, 'alice');
          await expire([here, there]);
          if (answer === 'refusal') signOutAtCognito('alice');
          const refresh = await holdRefresh(here, stage.demo);
          const refreshed = tokensOf(here);
          await refresh.asked;
          const change = async () => {
            await signOut(there);
            await signIn(there, 'bob');
          };
          const changed = order === 'first' ? undefined : change();
          if (order === 'last') await changed;
          refresh.release();
          if (order === 'first') await refreshed;
          await Promise.all([refreshed, changed ?? change()]);
          await hears(here, 'started bob');
          const bobs = await tokensOf(there);
          assert.equal(claimsOf(bobs)['username'], 'bob');
          assert.equal(await tokensOf(here), bobs);
          const record = await recordIn(here);
          assert.equal(await recordIn(there), record);
          assert.equal(fieldsOf(parseJson(record ?? ''))['username'], 'bob');
        });
      }
    }
  }
});

describe('A tab that needs tokens', () => {
  it('does not wait for ever for a lock that is held, and does not steal it', async () => {
    const [holder, page] = await openTabs(2, context, stage.demo, { timeout: 500 });
    await signIn(page, 'alice');
    await holder.evaluate(
      (name) =>
        new Promise<void>((held) => {
          void navigator.locks.request(name, () => {
            held();
            return new Promise(() => undefined);
          });
        }),
      keyOf(page),
    );
    await expire([page]);
    const token = await tokensOf(page);
    assert.equal(claimsOf(token)['username'], 'alice');
    const { held } = await holder.evaluate(() => navigator.locks.query());
    assert.deepEqual(
      held?.map(({ name }) => name),
      [keyOf(page)],
    );
  });

  for (const [client, outcome] of [
    ['lenient', 'has them, for Cognito allows the same question for a while'],
    ['strict', 'lets users sign in again, for Cognito answers once'],
  ] as const) {
    for (const [how, end] of Object.entries(ENDS)) {
      it(`and finds another one ${how} with the response: ${outcome}`, async () => {
        const [ending, page] = await openTabs(2, context, stage.demo, { client });
        await signIn(ending, 'alice');
        await finds(page, 'alice');
        await expire([ending, page]);
        let asked = 0;
        page.on('request', (request) => (asked += asks(request, 'GetTokensFromRefreshToken') ? 1 : 0));
        const refresh = await holdRefresh(ending, stage.demo);
        void tokensOf(ending).catch(() => undefined);
        await refresh.asked;
        const waiting = tokensOf(page);
        await waits(page, keyOf(page));
        await end(ending);
        refresh.release();
        if (client === 'lenient') {
          assert.equal(claimsOf(await waiting)['username'], 'alice');
          assert.ok(!(await changesOf(page)).some((change) => change.startsWith('ended')));
        } else {
          assert.equal(await waiting, 'session-expired');
          assert.deepEqual((await changesOf(page)).slice(-1), ['ended revoked']);
          assert.equal(await tokensOf(page), 'session-expired');
        }
        assert.equal(asked, 1);
        if (client === 'strict') await signIn(page, 'alice');
        assert.equal(claimsOf(await tokensOf(page))['username'], 'alice');
      });
    }
  }
});

it('Tabs that are offline keep their session, and one of them refreshes it as soon as the network is back', async () => {
  const pages = await openTabs(3, context, stage.demo);
  await signIn(pages[0], 'alice');
  await Promise.all(pages.map((page) => finds(page, 'alice')));
  await expire(pages);
  await context.setOffline(true);
  for (const page of pages) assert.equal(await tokensOf(page), 'offline');
  assert.equal(await pages[1].evaluate(() => window.tab.restore()), 'alice');
  const before = received('GetTokensFromRefreshToken');
  const record = await recordIn(pages[0]);
  await context.setOffline(false);
  await pages[0].waitForFunction(([key, old]) => localStorage.getItem(key!) !== old, [keyOf(pages[0]), record]);
  await Promise.all(pages.map((page) => tokensOf(page)));
  assert.equal(received('GetTokensFromRefreshToken') - before, 1);
  for (const page of pages) assert.ok(!(await changesOf(page)).some((change) => change.startsWith('ended')));
});
