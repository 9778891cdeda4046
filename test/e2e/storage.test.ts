import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { APP } from '../support/demo.js';
import { setDemoStage } from '../support/demo-stage.js';
import { Person } from '../support/person.js';
import { changesOf, openTab, POOLS, recordIn, signIn, signOut, tokensOf } from '../support/tabs.js';

const HOUR = 3_600_000;
const APIS = ['localStorage', 'indexedDB', 'BroadcastChannel', 'locks'] as const;
type Api = (typeof APIS)[number];

let passed = 0;
const stage = setDemoStage({ seed: POOLS, now: () => Date.now() + passed });

/** Opens a page of a browser that lacks or blocks these. */
async function openWithout(broken: readonly Api[], how: 'missing' | 'blocked'): Promise<Page> {
  const context = await stage.browser.newContext();
  await context.addInitScript(
    ([names, isBlocked]) => {
      for (const name of names) {
        Object.defineProperty(name === 'locks' ? Navigator.prototype : window, name, {
          get() {
            if (isBlocked) throw new DOMException('Blocked.', 'SecurityError');
          },
        });
      }
    },
    [broken, how === 'blocked'] as const,
  );
  return openTab(context, stage.demo);
}

describe('A browser', () => {
  for (let set = 0; set < 2 ** APIS.length; set += 1) {
    const broken = APIS.filter((_, index) => set & (1 << index));
    for (const how of broken.length === 1 ? (['missing', 'blocked'] as const) : (['blocked'] as const)) {
      const title = broken.length === 0 ? 'that has everything' : `where this is ${how}: ${broken.join(', ')}`;
      it(`${title} lets users sign in and out`, async () => {
        const page = await openWithout(broken, how);
        await signIn(page, 'alice');
        const first = await tokensOf(page);
        passed += 2 * HOUR;
        await page.evaluate((time) => window.tab.advance(time), 2 * HOUR);
        const second = await tokensOf(page);
        assert.ok(second.includes('.') && second !== first);
        await signOut(page);
        assert.equal(await tokensOf(page), 'session-expired');
        const isLost = broken.includes('localStorage');
        if (!isLost) assert.equal(await recordIn(page), null);
        const changes = (await changesOf(page)).filter((change) => change !== 'degraded');
        assert.deepEqual(changes, ['started alice', 'ended user']);
        assert.equal((await changesOf(page)).includes('degraded'), isLost);
        await page.context().close();
      });
    }
  }
});

it('A page in a sandbox, where every storage is blocked, lets users sign in and out', async () => {
  const context = await stage.browser.newContext();
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(String(error.error())));
  await context.route('**', async (route) => {
    const response = await route.fetch();
    const headers = {
      ...response.headers(),
      'content-security-policy': 'sandbox allow-scripts allow-forms',
      // A sandbox has an opaque origin.
      'access-control-allow-origin': '*',
    };
    await route.fulfill({ response, headers });
  });
  const person = new Person(await context.newPage());
  const query = new URLSearchParams({
    'user-pool-id': 'us-east-1_strict',
    'user-pool-client-id': 'strict',
    'user-pool-endpoint': stage.demo.cognito.endpoint,
  });
  await person.opens(`${stage.demo.url}?${query.toString()}`);
  const isBlocked = await person.page.evaluate(() => {
    try {
      return !localStorage;
    } catch {
      return true;
    }
  });
  assert.ok(isBlocked);
  await person.signsIn('alice', 'Correct-Horse-7');
  await person.reads(APP);
  await person.presses('Sign out');
  await person.isAt('Sign in');
  assert.deepEqual(problems, []);
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
});
