import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { LiveAnnouncer } from '../../src/kit/rendering/live-announcer.js';
import { heardFrom } from '../support/heard.js';
import { stage } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

class Speaker extends LitElement {
  readonly announcer = new LiveAnnouncer(this);
  override render = () => this.announcer.render();
}
customElements.define('test-speaker', Speaker);

/** An announcer, and a screen reader that records it. */
async function speaker(): Promise<{ announcer: LiveAnnouncer; user: User }> {
  const element = await fixture<Speaker>(html`<test-speaker></test-speaker>`);
  return { announcer: element.announcer, user: new User(element) };
}

describe('Sentences for screen readers that follow each other at once', () => {
  it('include the error, even when another sentence follows', async () => {
    const { announcer, user } = await speaker();
    announcer.say('The name is taken.', 'alert');
    announcer.say('3 rules left');
    await user.hears('The name is taken.');
    announcer.say('4 rules left');
    await user.hears('4 rules left');
  });
});

describe('What a screen reader announces', () => {
  it('is repeated when the same error occurs again', async () => {
    const { element, user } = await stage({ signIn: () => new AuthError('credentials') });
    const sentence = 'The username or password is not right.';
    const heard = heardFrom(element);
    await user.types('Username', 'jane');
    for (const times of [1, 2]) {
      await user.types('Password', 'wrong');
      await user.presses('Enter');
      await eventually(
        () => heard.length === times,
        () => `Heard: ${heard.join(' | ')}`,
      );
    }
    expect(heard).to.deep.equal([sentence, sentence]);
  });
});
