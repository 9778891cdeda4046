import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { en } from '../../src/text/en.js';
import { scripted, stage } from '../support/stage.js';
import type { Auth } from '../../src/auth.js';
import { User, eventually, focused } from '../support/user.js';

describe('An error on a screen', () => {
  it('is announced, and does not take the focus from another part of the page', async () => {
    let fail: (error: AuthError) => void = () => undefined;
    const answer = new Promise<AuthError>((resolve) => (fail = resolve));
    const { element, user } = await stage({ signIn: answer });
    const search = document.createElement('input');
    element.after(search);
    await user.types('Username', 'jane');
    await user.types('Password', 'Wrong-Horse-7');
    await user.presses('Enter');
    search.focus();
    fail(new AuthError('credentials'));
    await user.hears(en['error.credentials']);
    expect(focused()).to.equal(search);
    search.remove();
  });
});

describe('An authenticator in a frame', () => {
  it('takes no key from a field of the page around it, whatever screen comes', async () => {
    const page = await fixture(html`<main><input aria-label="Message" /><iframe title="Sign in"></iframe></main>`);
    const [message, frame] = [page.querySelector('input')!, page.querySelector('iframe')!];
    frame.srcdoc = '<!doctype html><script type="module" src="/test/support/framed.ts"></script>';
    const inside = (): Auth | undefined => {
      // Set by the script in the frame.
      const framed: (Window & { auth?: Auth }) | null = frame.contentWindow;
      return framed?.auth;
    };
    const text = () => frame.contentDocument?.querySelector('auth-authenticator')?.textContent ?? '';
    await eventually(
      () => inside() && text().includes('Password'),
      () => `In the frame: ${text()}`,
    );
    const user = new User(page);
    await user.types('Message', 'Dear ');
    inside()?.send({ type: 'go.signUp' });
    await eventually(
      () => text().includes('Create account'),
      () => `In the frame: ${text()}`,
    );
    await heardIn(frame, 'Create an account');
    await sendKeys({ type: 'Jane' });
    expect(message.value).to.equal('Dear Jane');
  });
});

/** Waits until a frame announces something: by then, the focus would have moved. */
const heardIn = (frame: HTMLIFrameElement, sentence: string) =>
  eventually(
    () => frame.contentDocument?.querySelector('auth-authenticator')?.shadowRoot?.textContent.includes(sentence),
    () => 'Nothing was announced.',
  );

describe('A form that has come', () => {
  it('has the cursor once it is drawn, since screen readers do not know of it before', async () => {
    const { element, user } = await stage();
    const wasDrawn = new WeakSet<EventTarget>();
    const come = new MutationObserver((records) => {
      const nodes = records.flatMap(({ addedNodes }) => [...addedNodes]);
      requestAnimationFrame(() => {
        for (const node of nodes) {
          if (node instanceof Element) for (const input of node.querySelectorAll('input')) wasDrawn.add(input);
        }
      });
    });
    come.observe(element, { childList: true, subtree: true });
    const seen: boolean[] = [];
    element.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLInputElement) seen.push(wasDrawn.has(target));
    });
    await user.clicks('Create an account');
    await user.isAt('Username');
    come.disconnect();
    expect(seen).to.deep.equal([true]);
  });
});

describe('The focus inside of another shadow root', () => {
  /** An authenticator in a component of the page, below a field of its own. */
  async function component(): Promise<User> {
    const { auth } = scripted({ signIn: new AuthError('credentials') });
    const host = await fixture(html`<section></section>`);
    const root = host.attachShadow({ mode: 'open' });
    root.append(
      Object.assign(document.createElement('auth-authenticator'), { auth }),
      Object.assign(document.createElement('input'), { ariaLabel: 'Search' }),
    );
    return new User(host);
  }

  it('goes to the first field without a value when an empty form is sent', async () => {
    const user = await component();
    await user.clicks('Sign in');
    await user.reads('Username is missing.');
    await user.isAt('Username');
  });

  it('goes to the password when that was refused', async () => {
    const user = await component();
    await user.types('Username', 'jane');
    await user.types('Password', 'Wrong-Horse-7');
    await user.clicks('Sign in');
    await user.reads(en['error.credentials']);
    await user.isAt('Password');
  });

  it('goes to the first field of the next screen', async () => {
    const user = await component();
    await user.clicks('Create an account');
    await user.heading('Create an account');
    await user.isAt('Username');
  });

  it('stays where it is on another part of the page, in the same root and outside', async () => {
    const outside = document.body.appendChild(document.createElement('input'));
    for (const find of [(user: User) => user.field('Search'), () => Promise.resolve(outside)]) {
      const user = await component();
      await user.control('Sign in');
      const other = await find(user);
      const submit = await user.control('Sign in');
      submit.click();
      other.focus();
      await user.reads('Username is missing.');
      await user.hears('Username is missing.');
      expect(focused()).to.equal(other);
    }
    outside.remove();
  });
});
