import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { PASSWORD, SEED } from '../../demo/cognito/index.js';
import type { SeedPool } from '../../demo/cognito/index.js';
import type { AuthConfig } from '../../src/config/config.js';
import { setDemoStage } from '../support/demo-stage.js';
import type { HeadlessPage } from '../support/headless-page.js';
import type { WorkerCalls } from '../support/headless-worker.js';

const DEVICES: SeedPool = {
  title: 'Devices',
  pool: { id: 'us-east-1_Devices', devices: 'USER_OPT_IN' },
  client: { id: 'devices' },
  users: [{ username: 'nora', password: PASSWORD, attributes: { email: 'nora@example.com' }, note: '' }],
};

interface Flow extends WorkerCalls {
  readonly steps: readonly string[];
}

const flow = (
  pool: string,
  client: string,
  authFlow: AuthConfig['authFlow'],
  calls: WorkerCalls['calls'],
  steps: readonly string[],
): Flow => ({
  config: { userPoolId: `us-east-1_${pool}`, userPoolClientId: client, ...(authFlow && { authFlow }) },
  calls,
  steps,
});

const signIn = (username: string, password?: string): WorkerCalls['calls'][number] => [
  'signIn',
  { username, ...(password && { password }) },
];

const FLOWS: Readonly<Record<string, Flow>> = {
  'with the default flow': flow('Example1', 'abc123', undefined, [signIn('jane', PASSWORD)], ['done']),
  'with a password that is sent': flow(
    'Example3',
    'ghi789',
    'USER_PASSWORD_AUTH',
    [signIn('cleo', PASSWORD)],
    ['done'],
  ),
  'with a factor of their choice': flow(
    'Example3',
    'ghi789',
    'USER_AUTH',
    [signIn('cleo'), ['answer', { choice: 'password', answer: PASSWORD }]],
    ['selectFactor', 'done'],
  ),
  'by a question': flow(
    'Example4',
    'jkl012',
    'CUSTOM_WITHOUT_SRP',
    [signIn('carl'), ['answer', { answer: '5' }]],
    ['customChallenge', 'done'],
  ),
  'by a password and a question': flow(
    'Example8',
    'vwx234',
    'CUSTOM_WITH_SRP',
    [signIn('quinn', PASSWORD), ['answer', { answer: '5' }]],
    ['customChallenge', 'done'],
  ),
  'on a device that is remembered': flow(
    'Devices',
    'devices',
    undefined,
    [signIn('nora', PASSWORD), ['answer', { choice: 'yes' }], ['signOut'], signIn('nora', PASSWORD)],
    ['rememberDevice', 'done', 'signIn', 'done'],
  ),
};

describe('A client in a web worker', () => {
  const stage = setDemoStage({ seed: [...SEED, DEVICES] });
  let page: Page;
  beforeEach(async () => {
    page = await stage.browser.newPage();
    await page.goto(stage.demo.page('headless'));
    await page.waitForFunction(() => 'callInWorker' in globalThis);
  });
  afterEach(() => page.context().close());

  const run = ({ config, calls }: WorkerCalls) => {
    const userPoolEndpoint = stage.demo.cognito.endpoint;
    // The module makes itself a global of the page.
    return page.evaluate((given) => (globalThis as unknown as HeadlessPage).callInWorker(given), {
      config: { ...config, userPoolEndpoint },
      calls,
    });
  };

  for (const [title, { steps, ...calls }] of Object.entries(FLOWS)) {
    it(`signs a user in ${title}`, async () => {
      const result = await run(calls);
      assert.deepEqual(result.steps, steps);
      assert.ok(result.accessToken);
    });
  }

  it('says that there are no passkeys', async () => {
    const { steps } = await run(flow('Example3', 'ghi789', 'USER_AUTH', [['offerPasskey']], []));
    assert.deepEqual(steps, ['passkey-unavailable']);
  });

  it('counts no writes among the tabs, which do not see its session', async () => {
    const { databases } = await run(flow('Example3', 'ghi789', 'USER_PASSWORD_AUTH', [signIn('cleo', PASSWORD)], []));
    assert.deepEqual(databases, []);
  });
});
