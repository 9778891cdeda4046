import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import '../../src/define.js';
import { user as person } from '../../src/testing/fake-client.js';
import { scripted, stage } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

const done = { name: 'done', user: person() } as const;

/** A component of Lit with a text beside whatever stands in it. */
class TestGreeter extends LitElement {
  static override properties = { text: {} };
  declare text: unknown;
  auth = scripted().auth;

  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    return html`<auth-authenticator .auth=${this.auth}>${this.text}</auth-authenticator>`;
  }
}
customElements.define('test-greeter', TestGreeter);

describe('The children of an element that are the page’s', () => {
  it('may be put into a template by a framework, and are shown to a user who is signed in', async () => {
    const { auth, element, user } = await stage({ signIn: done });
    const template = element.appendChild(document.createElement('template'));
    template.append(Object.assign(document.createElement('p'), { textContent: 'Secret plans' }));
    await user.heading('Sign in');
    expect(user.view).not.to.include('Secret plans');
    await user.types('Username', 'jane');
    await user.types('Password', 'right');
    await user.presses('Enter');
    await user.reads('Secret plans');
    expect(template.firstChild?.textContent, 'it stays where the framework has put it').to.equal('Secret plans');
    auth.signOut();
    await user.misses('Secret plans');
  });

  it('are not touched, and nor are the others, by an update that changes nothing', async () => {
    const { element, user } = await stage({}, 'Hello');
    await user.field('Username');
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => seen.push(...records));
    observer.observe(element, { childList: true, characterData: true, subtree: true });
    element.requestUpdate();
    await element.updateComplete;
    expect([...seen, ...observer.takeRecords()]).to.deep.equal([]);
  });

  it('may be emptied while the user types: the form stays, with what was typed', async () => {
    const { element, user } = await stage({}, 'Hello');
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    element.textContent = 'Good morning';
    element.textContent = '';
    expect((await user.field('Password')).value).to.equal('Secret-1');
    expect((await user.field('Username')).value).to.equal('jane');
    await user.types('Password', 'Secret-2');
  });

  it('may be a text that a framework takes away', async () => {
    const page = await fixture<TestGreeter>(html`<test-greeter .text=${'Welcome'}></test-greeter>`);
    const user = new User(page);
    await user.types('Username', 'jane');
    page.text = 'Welcome back';
    await page.updateComplete;
    const { nothing } = await import('lit');
    page.text = nothing;
    await page.updateComplete;
    expect((await user.field('Username')).value).to.equal('jane');
    page.text = 'Welcome';
    await page.updateComplete;
    expect((await user.field('Username')).value).to.equal('jane');
  });

  it('may be a text in a form on its own, which keeps what was typed', async () => {
    const { auth } = scripted({ signIn: done });
    const element = await fixture<HTMLElement>(html`<auth-sign-in .auth=${auth}></auth-sign-in>`);
    const user = new User(element);
    await user.types('Username', 'jane');
    await user.types('Password', 'right');
    element.textContent = 'You have 3 messages';
    expect((await user.field('Password')).value).to.equal('right');
    await user.clicks('Sign in');
    await eventually(
      () => auth.getState().user,
      () => 'No user is signed in.',
    );
  });

  it('may be a text in a button to sign out', async () => {
    const { auth } = scripted({ restore: done });
    const element = await fixture<HTMLElement>(html`<auth-sign-out .auth=${auth}></auth-sign-out>`);
    const user = new User(element);
    await user.control('Sign out');
    element.textContent = '';
    await user.clicks('Sign out');
    await user.misses('Sign out');
  });

  it('may come after the sign-in', async () => {
    const { element, user } = await stage({ restore: done });
    await user.reads('Hello');
    element.append(Object.assign(document.createElement('p'), { textContent: 'The app' }));
    await user.reads('The app');
  });

  it('may come in a template after the sign-in, and leave with it', async () => {
    const { element, user } = await stage({ restore: done }, html`<template><p>The app</p></template>`);
    await user.reads('The app');
    const template = document.createElement('template');
    template.content.append(Object.assign(document.createElement('p'), { textContent: 'More of it' }));
    element.append(template);
    await user.reads('More of it');
    template.remove();
    await user.misses('More of it');
    await user.reads('The app');
  });

  it('may change in their template after the sign-in', async () => {
    const { auth, element, user } = await stage({ restore: done }, html`<template><p>First plan</p></template>`);
    await user.reads('First plan');
    const { content } = element.querySelector('template')!;
    content.firstElementChild!.textContent = 'Second plan';
    await user.reads('Second plan');
    expect(user.view).not.to.include('First plan');
    content.replaceChildren(Object.assign(document.createElement('p'), { textContent: 'Third plan' }));
    await user.reads('Third plan');
    expect(user.view).not.to.include('Second plan');
    auth.signOut();
    await user.misses('Third plan');
    expect(element.textContent).not.to.include('plan');
  });

  it('stand in every template that there is', async () => {
    const { auth, element, user } = await stage(
      { restore: done },
      html`<template><p>First plan</p></template><template>Second <b>plan</b></template>`,
    );
    await user.reads('First plan Second plan');
    auth.signOut();
    await user.heading('Sign in');
    expect(element.textContent).not.to.include('plan');
  });

  it('are stamped once, whatever the app does with what is in it', async () => {
    const { element, user } = await stage(
      { restore: done },
      html`<template
        ><p>Splash</p>
        <p>The app</p></template
      >`,
    );
    await user.reads('Splash The app');
    [...element.querySelectorAll('p')].find(({ textContent }) => textContent === 'Splash')?.remove();
    element.append(Object.assign(document.createElement('p'), { textContent: 'More' }));
    await user.reads('The app More');
    expect(user.view).not.to.include('Splash');
  });
});
