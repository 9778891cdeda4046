import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import '../../src/define.js';
import type { Step } from '../../src/client/step.js';
import { user as jane } from '../../src/testing/fake-client.js';
import { neverIdle } from '../support/never-idle.js';
import { scripted, stage } from '../support/stage.js';
import { User, focused } from '../support/user.js';

const done: Step = { name: 'done', user: jane() };
const app = html`<section><h3>Your orders</h3></section>`;

async function signsIn(user: User): Promise<void> {
  await user.types('Username', 'jane');
  await user.types('Password', 'Secret-1');
  await user.presses('Enter');
}

describe('A user who has just signed in', () => {
  it('is greeted, and led to the app, where the page hides the greetings', async () => {
    const { element, user } = await stage({ signIn: done }, app);
    element.hide = ['greetings'];
    await signsIn(user);
    await user.hears('Hello, jane');
    await user.isAt('Your orders');
  });

  it('is greeted when the sign-in takes less time than the browser has had', () =>
    neverIdle(async () => {
      const { element, user } = await stage({ signIn: done }, app);
      element.hide = ['greetings'];
      await signsIn(user);
      await user.hears('Hello, jane');
    }));

  it('is greeted by a form without anything around it, and led to the page', async () => {
    const { auth } = scripted({ signIn: done });
    const page = await fixture(html`<main><auth-sign-in .auth=${auth}></auth-sign-in>${app}</main>`);
    const user = new User(page);
    await signsIn(user);
    await user.hears('Hello, jane');
    await user.isAt('Your orders');
  });

  it('is led to the app in the same shadow root, rather than to the page around it', async () => {
    const { auth } = scripted({ signIn: done });
    const page = await fixture(
      html`<div>
        <h1>Everything for your garden</h1>
        <div></div>
      </div>`,
    );
    const root = page.querySelector('div')!.attachShadow({ mode: 'open' });
    render(html`<auth-sign-in .auth=${auth}></auth-sign-in>${app}`, root);
    const user = new User(page);
    await signsIn(user);
    await user.hears('Hello, jane');
    await user.isAt('Your orders');
  });

  it('is led where the page says', async () => {
    const { element, user } = await stage({ signIn: done }, html`${app}<input aria-label="Search orders" />`);
    element.hide = ['greetings'];
    // Not in the template: the page would begin there.
    element.querySelector('input')?.setAttribute('autofocus', '');
    await signsIn(user);
    await user.isAt('Search orders');
  });

  it('is left where the page has led them', async () => {
    const { element, user } = await stage({ signIn: done }, app);
    element.hide = ['greetings'];
    const search = Object.assign(document.createElement('input'), { ariaLabel: 'Search orders' });
    element.before(search);
    element.addEventListener('auth-signed-in', () => search.focus());
    await signsIn(user);
    await user.reads('Your orders');
    // As long as the greeting would take.
    await new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(focused()).to.equal(search);
    expect(user.heard.join(' ')).not.to.include('Hello');
    search.remove();
  });

  it('hears the greetings once, where there are some', async () => {
    const { user } = await stage({ signIn: done }, app);
    await signsIn(user);
    await user.isAt('Hello, jane');
    await user.hears('Hello, jane');
    expect(user.heard.filter((sentence) => sentence.includes('Hello'))).to.have.length(1);
  });
});
