import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { PASSWORD, SEED, startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito } from '../../demo/cognito/index.js';
import { launchBrowser } from '../support/browser.js';
import { serveCdn } from '../support/cdn.js';
import type { Cdn } from '../support/cdn.js';
import { APP } from '../support/demo.js';
import { Person } from '../support/person.js';
import { until } from '../support/until.js';

describe('A page that was made without the elements in mind', () => {
  let cognito: LocalCognito;
  let browser: Browser;
  let cdn: Cdn;
  let page: Page;
  let person: Person;
  /** What the page has outside of the element. */
  let head: string;
  /** The content security policy of the page. */
  let policy: string;
  /** What it reported as an error. */
  let errors: string[];
  /** What was sent to the page's own server. */
  let posted: string[];

  before(async () => {
    cognito = await startLocalCognito();
    cdn = await serveCdn(() => ({ type: 'text/html', body: markup(), policy }));
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await cdn.close();
    await cognito.close();
  });

  beforeEach(async () => {
    head = policy = '';
    errors = [];
    posted = [];
    page = await browser.newPage();
    page.on('request', (request) => {
      if (request.url().startsWith(cdn.origin) && request.method() !== 'GET') posted.push(request.url());
    });
    page.on('pageerror', ({ message }) => errors.push(message));
    person = new Person(page);
  });
  afterEach(() => page.close());

  const markup = () => `<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <title>Unaware</title>
      ${head}
      <script type="module" src="/cdn/auth-elements.js"></script>
      <section aria-label="The app">
        <auth-authenticator
          user-pool-id="${SEED[0]!.pool.id}"
          user-pool-client-id="${SEED[0]!.client.id}"
          user-pool-endpoint="${cognito.endpoint}"
        >
          <template><p>${APP}</p></template>
        </auth-authenticator>
      </section>
    </html>`;

  /** Fails once, corrects the password, and is in. */
  const signsIn = async () => {
    await person.signsIn('jane', 'Wrong-Horse-7');
    await person.reads('The username or password is not right.');
    await person.types('Password', PASSWORD);
    await person.presses('Sign in');
    await person.reads(APP);
    assert.deepEqual([posted, errors], [[], []]);
  };

  it('lets a user sign in though it puts something before each form', async () => {
    await page.addInitScript(() => {
      new MutationObserver(() => {
        for (const form of document.forms) {
          if (form.previousElementSibling?.localName !== 'hr') form.before(document.createElement('hr'));
        }
      }).observe(document, { childList: true, subtree: true });
    });
    await person.opens(cdn.origin);
    await signsIn();
  });

  it('gets no password where a script submits the form past all listeners', async () => {
    await person.opens(cdn.origin);
    await person.isAt('Sign in');
    await person.types('Password', PASSWORD);
    await page.evaluate(() => document.forms[0]!.submit());
    await signsIn();
  });

  it('has a form that stays in its frame where lines are not wrapped', async () => {
    head = '<style>body { white-space: nowrap }</style>';
    await page.setViewportSize({ width: 320, height: 700 });
    await person.opens(cdn.origin);
    await person.signsIn('jane', 'Wrong-Horse-7');
    await person.reads('The username or password is not right.');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });

  it('lets a user try again though it disables what was submitted', async () => {
    await page.addInitScript(() => {
      document.addEventListener('submit', ({ target }) => {
        // Only forms are submitted.
        for (const control of (target as HTMLFormElement).elements) control.toggleAttribute('disabled', true);
      });
    });
    await person.opens(cdn.origin);
    await signsIn();
  });

  it('lets a user go on though it disables the button after each press', async () => {
    await page.addInitScript(() => {
      document.addEventListener('submit', ({ submitter }) => {
        setTimeout(() => submitter?.toggleAttribute('disabled', true));
      });
    });
    await person.opens(cdn.origin);
    await person.isAt('Sign in');
    await person.types('Username', 'jane');
    await person.presses('Sign in');
    await person.reads('Password is missing.');
    await signsIn();
  });

  it('lets a user sign in though it stops what happens to forms', async () => {
    await page.addInitScript(() => {
      addEventListener('submit', (event) => event.stopImmediatePropagation(), { capture: true });
    });
    await person.opens(cdn.origin);
    await signsIn();
  });

  it('lets a user sign in in a frame that may not submit forms, by Enter, too', async () => {
    policy = 'sandbox allow-scripts allow-same-origin';
    await person.opens(cdn.origin);
    await person.isAt('Sign in');
    await person.types('Username', 'jane');
    const problem = page.getByText('Password is missing.').first();
    const isHeard = async () => {
      await page.keyboard.press('Enter');
      return problem.isVisible();
    };
    // What hears presses where nothing is submitted comes with the first input: earlier presses are lost.
    await until(isHeard, { what: 'Enter is heard' });
    await signsIn();
  });

  for (const [what, names] of [
    ['everything that was rendered', ['#comment', '#text', 'FORM', 'DIV']],
    ['the form', ['FORM']],
    ['what is below the form', ['DIV']],
    ['the comments around it', ['#comment']],
  ] as const) {
    it(`keeps a form though it removes ${what} when it renders anew`, async () => {
      await person.opens(cdn.origin);
      await person.isAt('Sign in');
      await page.evaluate(
        (removed) => {
          const host = document.forms[0]!.parentElement!;
          for (const node of [...host.childNodes]) if (removed.includes(node.nodeName)) node.remove();
        },
        names as readonly string[],
      );
      await signsIn();
    });
  }
});
