import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { APP } from '../support/demo.js';
import { setRedirectStage } from '../support/redirect-stage.js';
import { RedirectingPerson } from '../support/redirecting-person.js';
import { until } from '../support/until.js';

const LOST = 'That sign-in was not completed. Please start again.';
const TOKEN = 'POST /oauth2/token';

/** The addresses of this origin in the history of a tab, as far as they follow each other. */
const historyOf = (page: Page): Promise<string> =>
  page.evaluate(() =>
    navigation
      .entries()
      .map(({ url }) => url)
      .join(),
  );

describe('A user who signs in on the pages of the user pool', () => {
  const stage = setRedirectStage();
  const { requested } = stage;
  let page: Page;
  let person: RedirectingPerson;
  let home: string;
  beforeEach(() => ({ page, person, home } = stage));

  it('comes back signed in, with nothing of it in the address, and stays so over a reload', async () => {
    const before = requested(TOKEN);
    await person.returns();
    assert.equal(page.url(), home);
    assert.equal(requested(TOKEN) - before, 1);
    const { step, user } = await page.evaluate(() => window.redirect.auth.getState());
    assert.equal(user?.username, 'hana');
    assert.deepEqual(step?.name === 'done' && step.redirect, { customState: 'from the test' });
    assert.deepEqual(await person.hears(), ['signed in hana, from the test']);
    assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), [], 'the record is gone');
    await page.reload();
    await person.reads(APP);
    const refreshed = requested('GetTokensFromRefreshToken');
    await page.evaluate(() => window.redirect.auth.getTokens({ forceRefresh: true }));
    assert.equal(requested('GetTokensFromRefreshToken') - refreshed, 1);
  });

  it('signs out there too, and has to sign in again', async () => {
    await person.returns();
    await person.presses('Sign out');
    await person.isAt('Sign in');
    await until(() => requested('GET /logout') > 0, { what: 'the page of the sign-out' });
    await page.waitForURL(home);
    await person.leaves();
  });

  it('stays signed in here when somebody else has them sign out there', async () => {
    await person.returns();
    const attack = new URL(`http://${stage.demo.cognito.domain}/logout`);
    attack.search = new URLSearchParams({ client_id: 'bcd890', logout_uri: home }).toString();
    const other = person.in(await page.context().newPage());
    await other.opens(attack.href);
    await other.reads(APP);
    await page.evaluate(() => window.redirect.auth.client.signOut({ redirect: false }));
    await person.leaves();
  });

  it('finds nothing in the address when it is opened again, in this tab or another', async () => {
    const answer = await person.returns();
    const before = requested(TOKEN);
    await person.opens(answer);
    await person.reads(APP);
    assert.equal(page.url(), home);
    const other = person.in(await page.context().newPage());
    await other.opens(answer);
    await other.reads(APP);
    assert.equal(requested(TOKEN), before, 'the code is not sent again');
  });

  it('goes Back to the sign-in pages and Forward again: no answer is in the history', async () => {
    await person.returns();
    await person.goes('back');
    await page.getByLabel('Username or email').waitFor();
    await person.goes('forward');
    await person.reads(APP);
    assert.equal(page.url(), home);
    assert.doesNotMatch(await historyOf(page), /[?&#]code=/);
  });

  it('goes Back, and can press again', async () => {
    await person.leaves();
    await person.goes('back');
    await person.isAt('Sign in');
    await person.returns();
  });

  it('begins in two tabs and finishes both, the first last', async () => {
    await person.leaves();
    const other = person.in(await page.context().newPage());
    await other.opens(home);
    await other.returns();
    await person.comesBack();
    assert.equal(await page.evaluate(() => window.redirect.auth.getState().user?.username), 'hana');
  });

  it('duplicates the tab meanwhile: one of both is signed in, and the same answer ends that, as Cognito says', async () => {
    const pages = await page.evaluate(
      (domain) =>
        new Promise<string>((resolve) => {
          const oauth = { domain, redirectSignIn: location.href, urlOpener: resolve };
          void window.redirect.another({ oauth }).client.federate({});
        }),
      `http://${stage.demo.cognito.domain}`,
    );
    // A window that was opened by a page begins with a copy of its session storage, like a duplicate.
    const [duplicate] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate(() => void window.open(location.href)),
    ]);
    const other = person.in(duplicate);
    await other.isAt('Sign in');
    await other.opens(pages);
    const answer = await other.comesBack();
    await person.opens(answer);
    await person.reads(APP);
    assert.deepEqual((await person.hears()).at(-1), 'error redirect-lost');
    await page.evaluate(() => window.redirect.auth.getTokens({ forceRefresh: true }).catch(() => undefined));
    for (const each of [person, other]) await each.isAt('Sign in');
  });

  it('is signed in once where a framework creates two clients', async () => {
    await person.leaves();
    await page.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => {
        const { another } = window.redirect;
        const first = another();
        first.subscribe(() => undefined);
        first.stop();
        Object.assign(window, { second: another() });
      }),
    );
    const [before, revoked] = [requested(TOKEN), requested('RevokeToken')];
    await person.comesBack();
    assert.equal(requested(TOKEN) - before, 1);
    assert.equal(requested('RevokeToken'), revoked);
  });

  it('who declines reads no error, and one that is not allowed reads why', async () => {
    await person.returnsWith('error=access_denied&error_description=User+declined');
    await person.isAt('Sign in');
    assert.deepEqual(await person.hears(), ['error cancelled']);
    assert.equal(
      await person.app.locator('[data-auth~=alert], [aria-live=assertive]').filter({ hasText: /./ }).count(),
      0,
    );
    await person.returnsWith('error=invalid_request&error_description=PreSignUp+failed+with+error+Only+for+members.');
    await person.reads('This was not accepted.');
    assert.equal(page.url(), home);
    assert.equal(await page.evaluate(() => window.redirect.auth.getState().error?.detail), 'Only for members');
  });

  it('is told when a link brings an answer that this tab has not asked for', async () => {
    const state = await person.leaves();
    const victim = person.in(await page.context().newPage());
    const before = requested(TOKEN);
    await victim.opens(`${home}&code=attackers&state=${state}`);
    await victim.reads(LOST);
    assert.equal(victim.page.url(), home);
    assert.equal(requested(TOKEN), before);
  });

  it('finds all else in the address as it was, letter by letter', async () => {
    const before = requested(TOKEN);
    await person.opens(`${home}&a=%20b&x&code=one&state=ae-1&y=ä#r=1`);
    await person.reads(LOST);
    assert.equal(page.url(), `${home}&a=%20b&x&y=%C3%A4#r=1`);
    // That of another library.
    await person.opens(`${home}&code=one&state=xyz#a`);
    await person.isAt('Sign in');
    assert.equal(page.url(), `${home}&code=one&state=xyz#a`);
    assert.equal(requested(TOKEN), before);
  });

  it('comes back with tokens in the address (implicit grant): they are neither in that nor in the history', async () => {
    const other = new RedirectingPerson(page, `${home}&grant=token`);
    stage.demo.cognito.allowRedirects('bcd890', [other.home]);
    await other.opens(other.home);
    assert.match(await other.returns(), /#id_token=/);
    assert.equal(page.url(), other.home);
    assert.doesNotMatch(await historyOf(page), /token=ey/);
    await page.reload();
    await person.reads(APP);
  });
});
