import { expect, html } from '@open-wc/testing';
import { Secret } from '../../src/cognito/secret.js';
import '../../src/define.js';
import { ticket, user as person } from '../../src/testing/fake-client.js';
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

  it('says that an authenticator app is set up, and offers no other one', async () => {
    const set = { name: 'totpSetup', secret: new Secret('JBSWY3DPEHPK3PXP'), ticket: ticket() } as const;
    const { element, user } = await stage({
      restore: done({}),
      setUpTotp: set,
      answer: { ...done({}), setUp: 'totp' },
    });
    await user.clicks('Set up an authenticator app');
    await user.types('Code', '123456');
    await user.presses('Enter');
    await user.hears('Your authenticator app is set up.');
    await user.reads('Your authenticator app is set up.');
    expect(user.view).not.to.include('Set up an authenticator app');
    await expect(element).to.be.accessible();
  });

  it('says that a passkey is set up', async () => {
    const asks = { name: 'passkeyPrompt', user: person(), ticket: ticket() } as const;
    const { user } = await stage({ restore: asks, answer: { ...done({}), setUp: 'passkey' } });
    await user.clicks('Create a passkey');
    await user.reads('Your passkey is set up. Set up an authenticator app');
  });

  it('greets in the words of the page', async () => {
    const { element, user } = await stage(
      { restore: done({ given_name: 'Jane $&' }) },
      html`<auth-greetings slot="signed-in" in-greeting="Welcome, {name}, {name}"></auth-greetings>`,
    );
    await user.heading('Welcome, Jane $&, Jane $&');
    await expect(element).to.be.accessible();
  });

  it('greets in both states where it stands in both', async () => {
    const { element, user, auth } = await stage(
      { signIn: done({}), signOut: { name: 'signIn' } },
      html`<auth-greetings
          .inGreeting=${(name: string) => `Hi ${name}`}
          .outGreeting=${() => 'Please sign in …'}
        ></auth-greetings
        ><auth-sign-in></auth-sign-in>`,
    );
    element.hideDefault = true;
    await user.heading('Please sign in …');
    await expect(element).to.be.accessible();
    expect(user.view).not.to.include('Sign out');
    await user.types('Username', 'jane');
    await user.types('Password', 'right');
    await user.presses('Enter');
    await user.heading('Hi jane');
    auth.signOut();
    await user.heading('Please sign in …');
    await user.isAt('Password');
  });

  it('greets in its own words where the page fails to', async () => {
    const broken = () => {
      throw new Error('Broken');
    };
    const { user } = await stage(
      { restore: done({}) },
      html`<auth-greetings slot="signed-in" .inGreeting=${broken}></auth-greetings>`,
    );
    await user.heading('Hello, jane');
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
