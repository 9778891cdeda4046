import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { PASSWORD } from '../../demo/cognito/index.js';
import { APP } from '../support/demo.js';
import { Person } from '../support/person.js';
import { setRedirectStage } from '../support/redirect-stage.js';
import { until } from '../support/until.js';

const LOST = 'That sign-in was not completed. Please start again.';
const DECLINED = 'error=access_denied&error_description=User+declined';

describe('A user who signs in on the pages of the user pool', () => {
  const stage = setRedirectStage();
  let page: Page;
  let person: Person;
  let home: string;
  beforeEach(() => ({ page, person, home } = stage));

  /** How often an operation or an endpoint was requested so far. */
  const requested = (name: string): number =>
    stage.demo.cognito.received.filter(({ operation }) => operation === name).length;
  const redeemed = () => requested('POST /oauth2/token');

  const leaves = async (from = page): Promise<void> => {
    const leaving = from === page ? person : new Person(from);
    await leaving.isAt('Sign in');
    await leaving.presses('Sign in on another page');
    await from.getByLabel('Username or email').waitFor();
  };

  const signsInThere = async (on = page): Promise<void> => {
    await on.getByLabel('Username or email').fill('hana');
    await on.getByLabel('Password').fill(PASSWORD);
    await on.getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  /** The address that the answer comes to. */
  const answerTo = async (act: () => Promise<void>): Promise<string> => {
    const [request] = await Promise.all([
      page.waitForRequest((each) => each.isNavigationRequest() && each.url().startsWith(home)),
      act(),
    ]);
    return request.url();
  };

  /** Goes there and comes back. Returns the address that the answer came to. */
  const returns = async (): Promise<string> => {
    await leaves();
    const answer = await answerTo(() => signsInThere());
    await person.reads(APP);
    return answer;
  };

  /** Begins, and comes back with this answer instead of Cognito's. */
  const returnsWith = async (answer: string): Promise<void> => {
    await leaves();
    const state = new URL(page.url()).searchParams.get('state') ?? '';
    await person.opens(`${home}&${answer}&state=${state}`);
  };

  const heard = () => page.evaluate(() => window.redirect.heard);

  it('comes back signed in, with nothing of it in the address', async () => {
    const before = redeemed();
    await returns();
    assert.equal(page.url(), home);
    assert.equal(redeemed() - before, 1);
    const { step, user } = await page.evaluate(() => window.redirect.auth.getState());
    assert.equal(user?.username, 'hana');
    assert.deepEqual(step?.name === 'done' && step.redirect, { customState: 'from the test' });
    assert.deepEqual(await heard(), ['signed in hana, from the test']);
    assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), [], 'the record is gone');
  });

  it('stays signed in over a reload, and the session refreshes itself', async () => {
    await returns();
    await page.reload();
    await person.reads(APP);
    const before = requested('GetTokensFromRefreshToken');
    await page.evaluate(() => window.redirect.auth.getTokens({ forceRefresh: true }));
    assert.equal(requested('GetTokensFromRefreshToken') - before, 1);
  });

  it('signs out there too, and has to sign in again', async () => {
    await returns();
    await person.presses('Sign out');
    await person.isAt('Sign in');
    await until(() => requested('GET /logout') > 0, { what: 'the page of the sign-out' });
    await page.waitForURL(home);
    await leaves();
  });

  it('finds nothing in the address when it is opened again, in this tab or another', async () => {
    const answer = await returns();
    const before = redeemed();
    await person.opens(answer);
    await person.reads(APP);
    assert.equal(page.url(), home);
    const other = await page.context().newPage();
    await other.goto(answer);
    await new Person(other).reads(APP);
    assert.equal(redeemed(), before, 'the code is not sent again');
  });

  it('is told when a link brings an answer that this tab has not asked for', async () => {
    await leaves();
    const state = new URL(page.url()).searchParams.get('state') ?? '';
    const victim = await (await stage.browser.newContext()).newPage();
    const before = redeemed();
    await victim.goto(`${home}&code=attackers&state=${state}`);
    await new Person(victim).reads(LOST);
    assert.equal(victim.url(), home);
    assert.equal(redeemed(), before);
    await victim.context().close();
  });

  it('goes Back, and can press again', async () => {
    await leaves();
    await page.goBack();
    await person.isAt('Sign in');
    await returns();
  });

  it('begins in two tabs and finishes both, the first last', async () => {
    await leaves();
    const other = await page.context().newPage();
    await other.goto(home);
    await leaves(other);
    await signsInThere(other);
    await new Person(other).reads(APP);
    await signsInThere();
    await person.reads(APP);
    assert.equal(await page.evaluate(() => window.redirect.auth.getState().user?.username), 'hana');
  });

  it('is signed in once where a framework creates two clients', async () => {
    await leaves();
    await page.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => {
        const { another } = window.redirect;
        const first = another();
        first.subscribe(() => undefined);
        first.stop();
        Object.assign(window, { second: another() });
      }),
    );
    const [before, revoked] = [redeemed(), requested('RevokeToken')];
    await signsInThere();
    await person.reads(APP);
    assert.equal(redeemed() - before, 1);
    assert.equal(requested('RevokeToken'), revoked);
  });

  it('who declines reads no error, and one that is not allowed reads why', async () => {
    await returnsWith(DECLINED);
    await person.isAt('Sign in');
    assert.deepEqual(await heard(), ['error cancelled']);
    assert.equal(await person.app.getByRole('alert').filter({ hasText: /./ }).count(), 0);
    await returnsWith('error=invalid_request&error_description=PreSignUp+failed+with+error+Only+for+members.');
    await person.reads('This was not accepted.');
    assert.equal(page.url(), home);
    assert.equal(await page.evaluate(() => window.redirect.auth.getState().error?.detail), 'Only for members');
  });

  for (const [what, answer] of Object.entries({
    'two codes': 'code=one&code=two',
    'a code and an error': `code=one&${DECLINED}`,
    'a code of another issuer': 'code=one&iss=https%3A%2F%2Fevil.example',
    'no code': 'session_state=1',
  })) {
    it(`is asked to start again when the answer has ${what}`, async () => {
      const before = redeemed();
      await returnsWith(answer);
      await person.reads(LOST);
      assert.equal(page.url(), home);
      assert.equal(redeemed(), before);
    });
  }

  it('is asked to start again when the code is not accepted, and then can', async () => {
    await returnsWith('code=never-issued');
    await person.reads(LOST);
    await returns();
  });

  for (const [what, fault, text] of [
    ['is down', { status: 500, body: '<html>' }, 'The service has a problem. Please try again in a moment.'],
    ['cannot be reached', undefined, 'No connection. Please check your network and try again.'],
    ['answers with something else', { status: 200, body: '{"access_token":"a"}' }, /We got an answer/],
  ] as const) {
    it(`reads why, and sends the code no second time, when the token endpoint ${what}`, async () => {
      let sent = 0;
      await page.route('**/oauth2/token', (route) => {
        sent += 1;
        return fault ? route.fulfill(fault) : route.abort();
      });
      await returnsWith('code=one');
      await person.reads(text);
      assert.equal(sent, 1);
      assert.equal(page.url(), home);
      await page.unroute('**/oauth2/token');
      await returns();
    });
  }

  it('stays signed in when an answer of nothing comes, and the page hears of it', async () => {
    await returns();
    await person.opens(`${home}&code=one&state=ae-unknown`);
    await person.reads(APP);
    const code = await page.evaluate(() => {
      const { step } = window.redirect.auth.getState();
      return step?.name === 'done' ? step.redirect?.error?.code : undefined;
    });
    assert.equal(code, 'redirect-lost');
    assert.deepEqual(await heard(), ['signed in hana, before', 'error redirect-lost']);
  });

  it('finds the answer of another library where it was', async () => {
    const before = redeemed();
    await person.opens(`${home}&code=one&state=xyz#a`);
    await person.isAt('Sign in');
    assert.equal(page.url(), `${home}&code=one&state=xyz#a`);
    assert.equal(redeemed(), before);
  });

  it('finds the rest of the address as it was, letter by letter', async () => {
    await person.opens(`${home}&a=%20b&x&code=one&state=ae-1&y=ä#r=1`);
    await person.reads(LOST);
    assert.equal(page.url(), `${home}&a=%20b&x&y=%C3%A4#r=1`);
  });

  it('keeps ten redirects that were begun, and no more', async () => {
    await page.evaluate(async () => {
      const auth = window.redirect.another({
        oauth: {
          domain: location.host,
          redirectSignIn: location.href,
          urlOpener() {
            throw new Error('This page stays.');
          },
        },
      });
      for (let count = 0; count < 12; count += 1) await auth.client.federate({}).catch(() => undefined);
    });
    const kept = await page.evaluate(() => Object.keys(sessionStorage).length);
    assert.equal(kept, 10);
  });
});
