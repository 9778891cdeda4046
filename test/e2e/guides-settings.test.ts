import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findUser, PASSWORD } from '../../demo/cognito/index.js';
import { setGuidesStage } from '../support/guides-stage.js';

const AUTHENTICATOR = '<auth-authenticator></auth-authenticator>';

describe('An authenticator with what the guides set on theirs', () => {
  const stage = setGuidesStage();

  it('has the look of a theme, on a page with a strict content security policy', async () => {
    const { page, person } = stage;
    await stage.opens(AUTHENTICATOR);
    await stage.configures();
    const violations = await page.evaluateHandle(() => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => seen.push(violatedDirective));
      const { AmplifyTheme } = window.shared.components;
      const button = { backgroundColor: 'orange', ':hover': { opacity: 0.5 } };
      document.querySelector('auth-authenticator')!.theme = { ...AmplifyTheme, button };
      return seen;
    });
    await person.isAt('Sign in');
    const button = person.app.getByRole('button', { name: 'Sign in', exact: true });
    const look = () => button.evaluate((node) => getComputedStyle(node).backgroundColor);
    assert.equal(await look(), 'rgb(255, 165, 0)');
    assert.deepEqual(await violations.jsonValue(), []);
  });

  it('asks at sign-up for what the app has listed, in the words of the page', async () => {
    const { page, person } = stage;
    await stage.opens(AUTHENTICATOR);
    await stage.configures();
    await page.evaluate(() => {
      const { Authenticator } = window.shared.components;
      const element = document.querySelector('auth-authenticator');
      if (!(element instanceof Authenticator)) throw new Error('The tag is defined by another entry.');
      element.signUpConfig = {
        header: 'Join us',
        defaultCountryCode: '49',
        signUpFields: [{ key: 'nickname', label: 'What do we call you?', required: true, displayOrder: 1 }],
      };
      element.authState = 'signUp';
    });
    await person.isAt('Join us');
    assert.equal(await person.valueOf('Phone number'), '+49');
    await person.types('Email', 'ida@example.com');
    await person.types('What do we call you?', 'Ida');
    await person.types('Username', 'ida');
    await person.types('Phone number', '+49 151 23456789');
    await person.types('Password', PASSWORD);
    await page.evaluate(() => {
      const { I18n } = window.shared.compat;
      I18n.putVocabularies({ de: { 'Join us': 'Mach mit', 'What do we call you?': 'Wie heißt du?' } });
      I18n.setLanguage('de');
    });
    await person.isAt('Mach mit');
    assert.equal(await person.valueOf('Wie heißt du?'), 'Ida');
    await person.presses('Konto anlegen');
    await person.isAt('Konto bestätigen');
    const ida = findUser(stage.cognito.store.pools[0]!, 'ida')!;
    assert.equal(ida.attributes.get('nickname'), 'Ida');
    assert.equal(ida.attributes.get('phone_number'), '+4915123456789');
  });

  it('keeps its own form where the app lists no username, and says so in the console', async () => {
    const { page, person } = stage;
    await stage.opens(AUTHENTICATOR);
    await stage.configures();
    const told = page.waitForEvent('console', (message) => message.text().includes('signUpConfig must have a field'));
    await page.evaluate(() => {
      const element = document.querySelector('auth-authenticator')!;
      Object.assign(element, { authState: 'signUp', signUpConfig: { hideAllDefaults: true } });
    });
    assert.equal((await told).type(), 'error');
    await person.types('Username', 'ida');
    await person.types('Email', 'ida@example.com');
  });

  it('leaves out the components that `hide` names by their classes, and by words', async () => {
    const { page, person } = stage;
    await stage.opens(AUTHENTICATOR);
    await stage.configures();
    await person.isAt('Sign in');
    const isOffered = (name: string) => person.app.getByRole('button', { name }).isVisible();
    assert.deepEqual([await isOffered('Create an account'), await isOffered('Forgot password?')], [true, true]);
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.evaluate(async () => {
      const { ForgotPassword, Greetings, SignUp } = window.shared.components;
      const element = document.querySelector('auth-authenticator')!;
      element.hide = [SignUp, ForgotPassword, Greetings, 'federated'];
      await element.updateComplete;
    });
    assert.deepEqual([await isOffered('Create an account'), await isOffered('Forgot password?')], [false, false]);
    await person.signsIn('jane', PASSWORD);
    await stage.hears('signIn jane');
    const hide = await page.evaluate(() => document.querySelector('auth-authenticator')!.hide);
    assert.deepEqual(hide, ['sign-up', 'forgot-password', 'greetings', 'federated']);
    assert.equal(await person.app.getByRole('button', { name: 'Sign out' }).count(), 0);
    assert.deepEqual(errors, []);
  });

  it('has them from `withAuthenticator`, where a form for all that a pool may want is the default', async () => {
    const { page, person } = stage;
    await stage.opens('');
    await stage.configures();
    await page.evaluate(() => {
      const { withAuthenticator } = window.shared.components;
      const theme = { label: { color: 'orange' } };
      const App = withAuthenticator(() => 'The app', false, [], undefined, theme, { header: 'Join us' });
      customElements.define('my-app', App);
      customElements.define(
        'other-app',
        withAuthenticator(() => 'The app'),
      );
      const app = Object.assign(document.createElement('my-app'), { authState: 'signUp' });
      document.querySelector('section')!.append(app);
    });
    await person.isAt('Join us');
    const label = person.app.getByText('Phone number', { exact: true });
    assert.equal(await label.evaluate((node) => getComputedStyle(node).color), 'rgb(255, 165, 0)');
    await page.evaluate(() => {
      const app = Object.assign(document.createElement('other-app'), { authState: 'signUp' });
      document.querySelector('section')!.replaceChildren(app);
    });
    await person.app.getByText('Phone number', { exact: true }).waitFor();
  });
});
