import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { user as person } from '../../src/testing/fake-client.js';
import { arrivalContract } from '../contracts/arrival.contract.js';
import { pseudo, untranslated } from '../support/pseudo.js';
import { stage } from '../support/stage.js';

const done = (attributes: Readonly<Record<string, string>>, username = 'jane') =>
  ({ name: 'done', user: person({ username, attributes }) }) as const;

arrivalContract({
  tag: 'auth-greetings',
  at: done({}, '7'),
  heading: 'Hello, 7',
  focus: 'Hello, 7',
});

describe('<auth-greetings>', () => {
  it('greets users by their preferred name', async () => {
    for (const [attributes, name] of [
      [{ preferred_username: 'JD', given_name: 'Jane', email: 'j@example.com' }, 'JD'],
      [{ given_name: 'Jane', name: 'Jane Doe' }, 'Jane'],
      [{ name: 'Jane Doe' }, 'Jane Doe'],
      [{ email: 'j@example.com' }, 'j@example.com'],
      [{}, 'jane'],
    ] as const) {
      const { element, user } = await stage({ restore: done(attributes) });
      await user.heading(`Hello, ${name}`);
      await expect(element).to.be.accessible();
    }
  });

  it('greets users by their number rather than by an id of Cognito', async () => {
    const { sub } = person();
    const { user } = await stage({ restore: done({ phone_number: '+15555550100' }, sub) });
    await user.heading('Hello, +15555550100');
  });

  it('shows a name that looks like markup as it is', async () => {
    const { element, user } = await stage({ restore: done({ name: '<img src=x onerror=alert(1)>' }) });
    await user.heading('Hello, <img src=x onerror=alert(1)>');
    expect(element.shadowRoot?.querySelector('img') ?? element.querySelector('img')).to.equal(null);
  });

  it('does not offer an authenticator app when the page hides that', async () => {
    const { element, user } = await stage({ restore: done({}) });
    element.hide = ['totp-setup'];
    await user.misses('authenticator');
    await user.control('Sign out');
  });

  it('has only text from the vocabulary', async () => {
    const { element, user } = await stage({ restore: done({}, '7') }, '', { text: pseudo });
    await user.reads('7');
    expect(untranslated(element)).to.deep.equal([]);
  });

  it('leads to the sign-in when the user signs out, and says so', async () => {
    const { user } = await stage({ restore: done({}) });
    await user.clicks('Sign out');
    await user.heading('Sign in');
    await user.hears('You are signed out.');
    await user.isAt('Username');
  });
});
