import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { AmplifyTheme, useTheme } from '../../../src/compat/components/index.js';
import type { Theme } from '../../../src/compat/components/index.js';
import '../../../src/define.js';
import { user as person } from '../../../src/testing/fake-client.js';
import { scripted, stage } from '../../support/stage.js';
import { eventually, User } from '../../support/user.js';

const ORANGE = 'rgb(255, 165, 0)';

const styleOf = (element: Element, property: string) => getComputedStyle(element).getPropertyValue(property);

/** An authenticator with a theme. */
async function themed(theme: object): ReturnType<typeof stage> {
  const all = await stage();
  all.element.theme = theme;
  await all.element.updateComplete;
  return all;
}

describe('A theme object of the guides', () => {
  it('is on an authenticator as soon as it is set, in frame and form', async () => {
    const sectionHeader = Object.assign({}, AmplifyTheme.sectionHeader, { background: 'orange' });
    const theme = { ...AmplifyTheme, sectionHeader, input: { borderRadius: 3 }, formSection: { width: 300 } };
    const { element, user } = await themed(theme);
    expect(styleOf(await user.control('Sign in'), 'border-radius')).not.to.equal('3px');
    expect(styleOf(await user.field('Username'), 'border-radius')).to.equal('3px');
    const heading = element.querySelector('auth-sign-in')?.shadowRoot?.querySelector('[part=heading]');
    expect(heading && styleOf(heading, 'background-color')).to.equal(ORANGE);
    const frame = element.shadowRoot?.querySelector('[part=frame]');
    expect(frame?.clientWidth).to.be.at.most(300);
  });

  it('has looks for states, and keeps those that derive from another', async () => {
    const { user } = await themed({ button: { background: 'orange' }, a: { ':focus': { opacity: 0.5 } } });
    const button = await user.control('Sign in');
    expect(styleOf(button, 'background-color')).to.equal(ORANGE);
    const { x, y, width, height } = button.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    try {
      const derived = () => button.matches(':hover') && styleOf(button, 'background-color') !== ORANGE;
      await eventually(derived, () => 'The button looks the same below the mouse.');
    } finally {
      await resetMouse();
    }
    const link = await user.control('Forgot password?');
    expect(styleOf(link, 'opacity')).to.equal('1');
    link.focus();
    expect(styleOf(link, 'opacity')).to.equal('0.5');
  });

  it('is taken away with the property, and never an attribute', async () => {
    const { element, user } = await themed({ input: { borderRadius: 3 } });
    expect(element.hasAttribute('theme')).to.equal(false);
    element.theme = 'dark';
    await element.updateComplete;
    expect(element.getAttribute('theme')).to.equal('dark');
    expect(styleOf(await user.field('Username'), 'border-radius')).not.to.equal('3px');
  });

  it('is for its own element alone, and for all that have the same', async () => {
    const one = await themed({ label: { color: 'orange' } });
    const sheets = document.adoptedStyleSheets.length;
    const other = await themed({ label: { color: 'orange' } });
    const plain = await stage();
    expect(document.adoptedStyleSheets.length).to.equal(sheets);
    const colors = await Promise.all(
      [one, other, plain].map(async ({ user }) => {
        const field = await user.field('Username');
        return styleOf(field.labels?.[0] ?? field, 'color');
      }),
    );
    expect(colors.map((color) => color === ORANGE)).to.deep.equal([true, true, false]);
  });

  it('is the look of the bar of who is signed in, by sections of its own', async () => {
    const done = { name: 'done', user: person({ username: 'jane' }) } as const;
    const app = html`<p>The app</p>`;
    const { element, user } = await stage({ restore: done }, app);
    element.theme = { navBar: { background: 'orange' }, formSection: { padding: 77 }, navItem: { color: 'orange' } };
    await user.reads('The app');
    const frame = element.shadowRoot?.querySelector('[part=frame]');
    expect(frame && styleOf(frame, 'background-color')).to.equal(ORANGE);
    expect(frame && styleOf(frame, 'padding-top')).not.to.equal('77px');
    const heading = element.querySelector('auth-greetings')?.shadowRoot?.querySelector('[part=heading]');
    expect(heading && styleOf(heading, 'color')).to.equal(ORANGE);
  });

  it('is put on any element by a call, in a shadow root as well', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    const element = Object.assign(document.createElement('auth-sign-in'), { auth: scripted().auth });
    root.append(element);
    useTheme(element, { input: { borderRadius: 3 } });
    const field = await new User(root).field('Username');
    expect(styleOf(field, 'border-radius')).to.equal('3px');
    useTheme(element, undefined);
    expect(styleOf(field, 'border-radius')).not.to.equal('3px');
  });

  it('has no effect where it says what no theme may say', async () => {
    const hostile = JSON.parse(
      `{ "__proto__": { "input": { "borderRadius": 3 } }, "pre": { "color": "red" }, "hint": null, "label": "red",
        "input": {
          "borderRadius": "3px !important", "backgroundImage": "url(/loaded)", "background": "u\\\\72l(/loaded)",
          "--auth-frame-background": "image-set('/loaded' 1x)", "color": "red } * { display: none",
          ":hover, *": { "display": "none" }, ":where(*)": { "display": "none" }, ":unknown": { "display": "none" }
        } }`,
    ) as Theme;
    const { user } = await themed(hostile);
    const field = await user.field('Username');
    expect(styleOf(field, 'border-radius')).not.to.equal('3px');
    expect(styleOf(field, 'background-image')).to.equal('none');
    expect(styleOf(field, 'display')).not.to.equal('none');
    expect(performance.getEntriesByName(`${location.origin}/loaded`)).to.deep.equal([]);
  });
});
