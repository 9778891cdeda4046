import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { user as person } from '../../src/testing/fake-client.js';
import { scripted } from '../support/stage.js';
import { User } from '../support/user.js';

const done = { name: 'done', user: person() } as const;

/** An authenticator that tells what it fires. */
function authenticator(auth: ReturnType<typeof scripted>['auth'], told: string[]) {
  const element = Object.assign(document.createElement('auth-authenticator'), { auth });
  element.addEventListener('auth-signed-in', ({ user }) => told.push(`signed in: ${user.username}`));
  element.addEventListener('auth-signed-out', ({ reason }) => told.push(`signed out: ${reason}`));
  element.addEventListener('auth-screen-change', ({ previous, screen }) => told.push(`${previous} → ${screen}`));
  return element;
}

describe('An element that comes when a user is signed in already', () => {
  it('fires the events of one that was there from the beginning', async () => {
    const { auth } = scripted({ restore: done });
    const page = await fixture(html`<main></main>`);
    const [first, second]: [string[], string[]] = [[], []];
    page.append(authenticator(auth, first));
    await new User(page).reads('Hello');
    expect(first).to.deep.equal(['signed in: jane', 'loading → signed-in']);

    const section = page.appendChild(document.createElement('section'));
    section.append(authenticator(auth, second));
    await new User(section).reads('Hello');
    expect(second).to.deep.equal(first);
    expect(first).to.have.length(2);
  });

  it('fires them when all others have left', async () => {
    const { auth } = scripted({ restore: done });
    const page = await fixture(html`<main></main>`);
    const user = new User(page);
    page.append(authenticator(auth, []));
    await user.reads('Hello');
    const told: string[] = [];
    page.replaceChildren(authenticator(auth, told));
    await user.reads('Hello');
    expect(told).to.deep.equal(['signed in: jane', 'loading → signed-in']);
  });

  it('fires them once, however often it is moved', async () => {
    const { auth } = scripted({ restore: done });
    const page = await fixture(html`<main></main>`);
    const told: string[] = [];
    const element = authenticator(auth, told);
    page.append(authenticator(auth, []));
    page.append(element);
    await new User(page).reads('Hello');
    page.prepend(element);
    await element.updateComplete;
    expect(told).to.deep.equal(['signed in: jane', 'loading → signed-in']);
  });

  it('fires none of them for a button', async () => {
    const { auth } = scripted({ restore: done });
    const page = await fixture<HTMLElement>(html`<auth-authenticator .auth=${auth}></auth-authenticator>`);
    await new User(page).reads('Hello');
    let told = 0;
    const section = page.parentElement!.appendChild(document.createElement('section'));
    section.addEventListener('auth-signed-in', () => told++);
    section.append(Object.assign(document.createElement('auth-sign-out'), { auth }));
    await new User(section).control('Sign out');
    expect(told).to.equal(0);
  });
});
