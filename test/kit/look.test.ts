import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../src/define.js';
import { never, user as person } from '../../src/testing/fake-client.js';
import { scripted, stage } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

const styleOf = (element: Element, property: string) => getComputedStyle(element).getPropertyValue(property);

describe('the look', () => {
  it('follows the tokens of the page, in the frame and in the form', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    page.style.setProperty('--auth-color-primary', 'rgb(1, 2, 3)');
    page.style.setProperty('--auth-radius', '7px');
    const element = Object.assign(document.createElement('auth-authenticator'), { auth: scripted().auth });
    page.append(element);
    const user = new User(page);
    const button = await user.control('Sign in');
    expect(styleOf(button, 'background-color')).to.equal('rgb(1, 2, 3)');
    expect(styleOf(button, 'border-radius')).to.equal('7px');
    const frame = element.shadowRoot?.querySelector('[part=frame]');
    expect(frame && styleOf(frame, 'border-radius')).to.equal('14px');
  });

  it('is overridden by any rule of the page, however weak', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('input { background-color: rgb(4, 5, 6) }');
    document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
    try {
      const { user } = await stage();
      expect(styleOf(await user.field('Username'), 'background-color')).to.equal('rgb(4, 5, 6)');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    }
  });

  it('is light or dark as the element says, readable in both', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const { element, user } = await stage({ restore: { name: 'signIn', notice: 'confirmed' } });
      element.theme = theme;
      const field = await user.field('Username');
      expect(styleOf(field, 'color-scheme')).to.equal(theme);
      await expect(element).to.be.accessible();
    }
  });

  it('lets users type without zooming, and has targets that are large enough to touch', async () => {
    const { user } = await stage();
    const field = await user.field('Username');
    expect(Number.parseFloat(styleOf(field, 'font-size'))).to.be.at.least(16);
    for (const name of ['Sign in', 'Show password', 'Forgot password?', 'Create an account']) {
      const { height, width } = (await user.control(name)).getBoundingClientRect();
      expect(Math.min(height, width), name).to.be.at.least(24);
    }
  });

  it('spins slowly for users who prefer reduced motion', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    try {
      const { element } = await stage({ restore: () => never() });
      const whole = element.shadowRoot?.querySelector('[part=spinner]');
      expect(whole && styleOf(whole, 'animation-duration')).to.equal('0s, 4s');

      const { user } = await stage({ signIn: () => never() });
      await user.types('Username', 'jane');
      await user.types('Password', 'Secret-1');
      await user.presses('Enter');
      const button = await user.control('Sign in');
      const part = await eventually(
        () => button.querySelector('[data-auth=spinner]'),
        () => 'Nothing turns.',
      );
      expect(styleOf(part, 'animation-duration')).to.equal('0s, 4s');
    } finally {
      await emulateMedia({ reducedMotion: 'no-preference' });
    }
  });

  it('adds its style sheet to a root once, however many forms there are', async () => {
    await stage();
    const before = document.adoptedStyleSheets.length;
    await stage();
    await stage({ restore: { name: 'done', user: person() } });
    expect(new Set(document.adoptedStyleSheets).size).to.equal(document.adoptedStyleSheets.length);
    expect(document.adoptedStyleSheets.length - before).to.be.at.most(1);
  });

  it('works in a shadow root as well as in the page', async () => {
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.append(Object.assign(document.createElement('auth-authenticator'), { auth: scripted().auth }));
    const user = new User(host);
    expect(styleOf(await user.field('Username'), 'min-height')).to.equal('46px');
  });
});
