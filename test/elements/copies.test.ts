import { expect, fixture, html } from '@open-wc/testing';
import { configure } from '../../src/index.js';
import '../../src/define.js';
import { fakeClient, user as person } from '../../src/testing/fake-client.js';
import { POOL } from '../support/stage.js';
import { User } from '../support/user.js';

const done = { name: 'done', user: person() } as const;

/** The ways in which pages, and libraries that restore them, copy an element. */
const COPIES: Readonly<Record<string, (page: HTMLElement) => void>> = {
  'cloneNode()': (page) => page.replaceChildren(...page.cloneNode(true).childNodes),
  'importNode()': (page) => page.replaceChildren(document.importNode(page.firstElementChild!, true)),
  'parsed markup': (page) => {
    const markup = new XMLSerializer().serializeToString(page);
    const copy = new DOMParser().parseFromString(markup, 'text/html').querySelector('main')!;
    page.replaceChildren(...copy.childNodes);
  },
};

const PAGE = html`<auth-authenticator>
  <p slot="header">Our shop</p>
  <template>Secret <b>plans</b></template>
</auth-authenticator>`;

/** A page with a default `Auth`, which elements that are copied have too. */
async function page(script: Parameters<typeof fakeClient>[0], content = PAGE) {
  const auth = configure(POOL, { client: fakeClient(script) });
  const element = await fixture<HTMLElement>(html`<main></main>`);
  const { render } = await import('lit');
  const source = document.createElement('main');
  render(content, source);
  element.append(...source.childNodes);
  return { auth, element, user: new User(element) };
}

describe('An element that a page copies', () => {
  for (const [way, copy] of Object.entries(COPIES)) {
    it(`has one form, by ${way}`, async () => {
      const { element, user } = await page({ signIn: done });
      await user.types('Username', 'jane');
      copy(element);
      await user.reads('Our shop Sign in');
      expect(element.querySelectorAll('form, auth-sign-in')).to.have.length(2);
      expect(element.querySelectorAll('[slot=header]')).to.have.length(1);
      await user.types('Username', 'jane');
      await user.types('Password', 'right');
      await user.presses('Enter');
      await user.reads('Secret plans');
    });

    it(`has one app, by ${way}, and none after the sign-out`, async () => {
      const { auth, element, user } = await page({ restore: done });
      await user.reads('Secret plans');
      await user.control('Sign out');
      copy(element);
      await user.control('Sign out');
      await user.reads('Secret plans');
      expect(element.querySelectorAll('b')).to.have.length(1);
      expect(element.querySelectorAll('auth-sign-out, button')).to.have.length(3);
      auth.signOut();
      await user.heading('Sign in');
      expect(element.textContent).not.to.include('Secret');
      expect(element.textContent).not.to.include('plans');
    });

    it(`shows nothing of the app, by ${way}, to a user who is not signed in any more`, async () => {
      const { auth, element, user } = await page({ restore: done });
      await user.reads('Secret plans');
      const kept = element.cloneNode(true) as HTMLElement;
      auth.signOut();
      await user.heading('Sign in');
      // What was kept comes back.
      element.replaceChildren(...kept.childNodes);
      copy(element);
      await user.heading('Sign in');
      expect(element.textContent).not.to.include('Secret');
      expect(element.textContent).not.to.include('plans');
    });
  }

  it('may be a form on its own, or a button', async () => {
    const { element, user } = await page(
      { signIn: done },
      html`<auth-sign-in><p slot="footer">Small print</p></auth-sign-in><auth-sign-out></auth-sign-out>`,
    );
    await user.types('Username', 'jane');
    COPIES['cloneNode()']!(element);
    await user.field('Username');
    expect(element.querySelectorAll('form')).to.have.length(1);
    await user.types('Username', 'jane');
    await user.types('Password', 'right');
    await user.presses('Enter');
    await user.control('Sign out');
    COPIES['parsed markup']!(element);
    await user.control('Sign out');
    expect(element.querySelectorAll('button')).to.have.length(1);
    expect(element.querySelectorAll('[slot=footer]')).to.have.length(1);
  });
});
