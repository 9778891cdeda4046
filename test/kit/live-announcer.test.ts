import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { never } from '../../src/testing/fake-client.js';
import { LiveAnnouncer } from '../../src/kit/rendering/live-announcer.js';
import type { Urgency } from '../../src/kit/rendering/live-announcer.js';
import { heardFrom } from '../support/heard.js';
import { scripted, stage } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

class Speaker extends LitElement {
  override render = () => html`<p>Hello</p>`;
}
customElements.define('test-speaker', Speaker);

/** An announcer, and a screen reader that records it. */
async function speaker(): Promise<{
  say: (text: string, as?: Urgency) => void;
  element: Speaker;
  heard: readonly string[];
}> {
  const element = await fixture<Speaker>(html`<test-speaker></test-speaker>`);
  const announcer = LiveAnnouncer.of(element);
  const say = (text: string, as: Urgency = 'status') => announcer.say(text, { lang: 'fr', dir: 'ltr' }, as);
  return { say, element, heard: heardFrom(element) };
}

/** Waits until so much was heard. */
const hears = (heard: readonly string[], count: number) =>
  eventually(
    () => heard.length >= count,
    () => `Heard: ${heard.join(' | ')}`,
  );

describe('Sentences for screen readers that follow each other at once', () => {
  it('are all said, one after another, the urgent ones first', async () => {
    const { say, heard } = await speaker();
    say('Enter your code.');
    say('3 rules left');
    say('30 seconds left');
    say('The name is taken.', 'alert');
    await hears(heard, 4);
    expect(heard).to.deep.equal(['Enter your code.', 'The name is taken.', '3 rules left', '30 seconds left']);
  });

  it('are said once where they wait already, and as often as they come later', async () => {
    const { say, heard } = await speaker();
    say('Enter your code.');
    say('3 rules left');
    say('3 rules left');
    await hears(heard, 2);
    say('3 rules left');
    await hears(heard, 3);
    expect(heard).to.deep.equal(['Enter your code.', '3 rules left', '3 rules left']);
  });

  it('are in regions that name their language, for a busy screen reader, and are empty afterwards', async () => {
    const { say, element, heard } = await speaker();
    say('Trois règles', 'alert');
    await hears(heard, 1);
    const start = performance.now();
    const region = element.shadowRoot!.querySelector('[aria-live=assertive]')!;
    expect(region.getAttribute('lang')).to.equal('fr');
    expect(region.getAttribute('role')).to.equal(null);
    await eventually(
      () => region.textContent === '',
      () => 'The sentence is still there.',
    );
    // Orca reads it 1.5 seconds late while it takes in a new screen on a slow machine.
    expect(performance.now() - start).to.be.above(3000);
  });

  it('are over when the element leaves the page', async () => {
    const { say, element, heard } = await speaker();
    const { parentElement } = element;
    say('Enter your code.');
    element.remove();
    parentElement!.append(element);
    say('Hello');
    await hears(heard, 1);
    expect(heard).to.deep.equal(['Hello']);
  });
});

describe('What a screen reader announces', () => {
  it('is repeated when the same error occurs again, and once more', async () => {
    const { element, user } = await stage({ signIn: () => new AuthError('credentials') });
    const sentence = 'The username or password is not right.';
    const heard = heardFrom(element);
    await user.types('Username', 'jane');
    for (const times of [1, 2, 3]) {
      await user.types('Password', 'wrong');
      await user.presses('Enter');
      await hears(heard, times);
    }
    expect(heard).to.deep.equal([sentence, sentence, sentence]);
  });
});

describe('What goes on in a modal dialog below a provider', () => {
  it('is announced in the dialog, as the page around it is inert', async () => {
    const { auth } = scripted({ signIn: new AuthError('offline') });
    const provider = await fixture(html`
      <auth-provider .auth=${auth}>
        <dialog><auth-sign-in></auth-sign-in></dialog>
      </auth-provider>
    `);
    provider.querySelector('dialog')!.showModal();
    const user = new User(provider);
    await user.types('Username', 'jane');
    const heard = heardFrom(provider.querySelector('auth-sign-in')!);
    // The focus is there already.
    await user.types('Password', '');
    await user.presses('Enter');
    await hears(heard, 1);
    expect(heard).to.deep.equal(['Password is missing.']);
  });
});

describe('A request that is on its way', () => {
  it('is announced after a second, and when it takes long', async () => {
    const { element, user } = await stage({ signIn: never() });
    const heard = heardFrom(element);
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await hears(heard, 2);
    expect(heard).to.deep.equal(['Signing in …', 'This takes longer than usual.']);
  });

  it('is in the tree as long as nothing else is', async () => {
    const { element } = await stage({ restore: never() });
    const spinner = element.shadowRoot!.querySelector('[part=spinner]')!;
    expect(spinner.getAttribute('aria-label')).to.equal('One moment …');
    expect(spinner.closest('[lang]')?.getAttribute('lang')).to.equal('en');
    await expect(element).to.be.accessible();
  });
});
