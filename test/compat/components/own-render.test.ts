import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { SignIn } from '../../../src/compat/components/index.js';
import '../../../src/define.js';
import { user as signedInUser } from '../../../src/testing/fake-client.js';
import { stage } from '../../support/stage.js';

const OWN = 'Ask the front desk for a password.';

class Around extends SignIn {
  protected override render(): unknown {
    return html`<p>${OWN}</p>
      ${super.render()}`;
  }
}
customElements.define('around-sign-in', Around);

const script = { signIn: { name: 'done', user: signedInUser({ username: 'jane' }) } } as const;

describe('A subclass of a screen of the guides with a `render` of its own', () => {
  it('shows what it has around the form while it is its turn, and the form works', async () => {
    const content = html`<around-sign-in slot="sign-in"></around-sign-in>
      <p>The app</p>`;
    const { client, user } = await stage(script, content);
    await user.heading('Sign in');
    await user.reads(OWN);
    await user.clicks('Create an account');
    await user.misses(OWN);
    await user.clicks('Sign in');
    await user.reads(OWN);
    await user.types('Username', 'jane');
    await user.types('Password', 'Correct-Horse-7');
    await user.clicks('Sign in');
    await user.reads('The app');
    await user.misses(OWN);
    expect(client.calls).to.include('signIn');
  });
});
