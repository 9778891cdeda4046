import { fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { LiveRegions } from '../../src/kit/live-regions.js';
import { User } from '../support/user.js';

class Speaker extends LitElement {
  readonly regions = new LiveRegions(this);
  override render = () => this.regions.render();
}
customElements.define('test-speaker', Speaker);

/** Something that speaks, and a person who hears it. */
async function speaker(): Promise<{ regions: LiveRegions; user: User }> {
  const element = await fixture<Speaker>(html`<test-speaker></test-speaker>`);
  return { regions: element.regions, user: new User(element) };
}

describe('Sentences for screen readers that follow each other at once', () => {
  it('tell what is wrong, even when a remark comes between', async () => {
    const { regions, user } = await speaker();
    regions.say('The name is taken.', 'alert');
    regions.say('3 rules left');
    await user.hears('The name is taken.');
    regions.say('4 rules left');
    await user.hears('4 rules left');
  });
});
