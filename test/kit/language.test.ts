import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { AuthAuthenticator } from '../../src/elements/auth-authenticator.js';
import { scripted } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

/** Resolves when the language has changed. */
const noticed = () => Promise.resolve();

describe('The language of an element', () => {
  it('is the last one that the page has chosen, whichever loads longest', async () => {
    const { auth } = scripted();
    const element = await fixture<AuthAuthenticator>(
      html`<auth-authenticator lang="en" .auth=${auth}></auth-authenticator>`,
    );
    const user = new User(element);
    await user.heading('Sign in');
    const form = element.querySelector('form')!;
    const spoken: string[] = [];
    const observer = new MutationObserver(() => spoken.push(form.lang));
    observer.observe(form, { attributeFilter: ['lang'] });

    element.lang = 'de';
    await noticed();
    element.lang = 'en-GB';
    // The element has requested it first, so it gets it first.
    await import('../../src/text/de.js');
    await new Promise((resolve) => setTimeout(resolve));
    await eventually(
      () => spoken.at(-1) === 'en-GB',
      () => `Spoken: ${spoken.join()}`,
    );
    observer.disconnect();
    expect(spoken).not.to.include('de');
  });
});
