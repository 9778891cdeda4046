import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../src/define.js';
import { never, user as person } from '../../src/testing/fake-client.js';
import { scripted, stage } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

/** The drivers of other engines have no command for what users prefer. */
const isChromium = navigator.userAgent.includes('Chrome/');

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

  for (const [selector, isStronger] of [
    ['.login [data-auth~="submit"]', true],
    ['#login button', true],
    ['[data-auth][data-auth~="submit"]', true],
    ['[data-auth~="submit"]', false],
    ['auth-sign-in [data-auth~="submit"]', false],
    ['.login button', false],
    ['auth-sign-in button', false],
    ['*', false],
  ] as const) {
    it(`is ${isStronger ? '' : 'not '}overridden by a rule of the page for ${selector}`, async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`${selector} { background-color: rgb(4, 5, 6) }`);
      document.adoptedStyleSheets.unshift(sheet);
      try {
        const { element, user } = await stage();
        element.parentElement?.setAttribute('id', 'login');
        element.parentElement?.classList.add('login');
        const button = await user.control('Sign in');
        button.style.transition = 'none';
        expect(styleOf(button, 'background-color') === 'rgb(4, 5, 6)').to.equal(isStronger);
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
      }
    });
  }

  it('is not overridden by any rule of the page in a layer, unless a token is set there', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@layer page {
      #login [data-auth][data-auth~='submit'] { background-color: rgb(4, 5, 6) }
      #login { --auth-button-color: rgb(7, 8, 9) }
    }`);
    document.adoptedStyleSheets.unshift(sheet);
    try {
      const { element, user } = await stage();
      element.parentElement?.setAttribute('id', 'login');
      const button = await user.control('Sign in');
      expect(styleOf(button, 'background-color')).not.to.equal('rgb(4, 5, 6)');
      expect(styleOf(button, 'color')).to.equal('rgb(7, 8, 9)');
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

  it('underlines links, which are not told by their color alone', async () => {
    const { user } = await stage();
    for (const name of ['Forgot password?', 'Create an account']) {
      expect(styleOf(await user.control(name), 'text-decoration-line'), name).to.equal('underline');
    }
  });

  (isChromium ? it : it.skip)(
    'spins slowly for users who prefer reduced motion (in Chromium: no other driver sets that)',
    async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        const { element } = await stage({ restore: () => never() });
        const whole = element.shadowRoot?.querySelector('[part=spinner]');
        await eventually(
          () => whole && styleOf(whole, 'animation-duration') === '0s, 4s',
          () => 'Nothing turns slowly.',
        );

        const { user } = await stage({ signIn: () => never() });
        await user.types('Username', 'jane');
        await user.types('Password', 'Secret-1');
        await user.presses('Enter');
        const button = await user.control('Sign in');
        const part = await eventually(
          () => button.querySelector('[data-auth=spinner]'),
          () => 'Nothing turns.',
        );
        await eventually(
          () => styleOf(part, 'animation-duration') === '0s, 4s',
          () => 'It does not turn slowly.',
        );
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    },
  );

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
