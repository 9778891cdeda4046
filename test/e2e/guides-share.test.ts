import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PASSWORD, TOMS_KEY, totpCode } from '../../demo/cognito/index.js';
import { setGuidesStage } from '../support/guides-stage.js';

const AUTHENTICATOR = `<auth-authenticator><h2>Only signed-in people see this</h2></auth-authenticator>`;

/** Runs in the page. */
const signIn = async (password: string): Promise<void> => {
  await window.shared.compat.Auth.signIn('jane', password);
};

describe('A page with `Auth` of the guides and elements', () => {
  const stage = setGuidesStage();

  it('signs a user in by the form, and has told of it', async () => {
    const { page, person } = stage;
    await stage.opens(AUTHENTICATOR);
    await stage.configures();
    await person.signsIn('jane', PASSWORD);
    await person.isAt('Only signed-in people see this');
    const told = await stage.hears('signIn jane');
    assert.deepEqual(told, ['configured', 'signIn jane']);
    const name = () => window.shared.compat.Auth.currentAuthenticatedUser().then((user) => user.getUsername());
    assert.equal(await page.evaluate(name), 'jane');
  });

  it('shows who was signed in and out by a call', async () => {
    const { page, person } = stage;
    await stage.opens(AUTHENTICATOR);
    await stage.configures();
    await person.isAt('Sign in');
    await page.evaluate(signIn, PASSWORD);
    await person.isAt('Only signed-in people see this');
    assert.deepEqual(await stage.hears('signIn jane'), ['configured', 'signIn jane']);
    await page.evaluate(() => window.shared.compat.Auth.signOut());
    await person.isAt('Sign in');
  });

  it('signs a user out by a press, and has told of it', async () => {
    const { page, person } = stage;
    await stage.opens(AUTHENTICATOR);
    await stage.configures();
    await page.evaluate(signIn, PASSWORD);
    await person.presses('Sign out');
    assert.deepEqual(await stage.hears('signOut'), ['configured', 'signIn jane', 'signOut']);
    const refusal = () => window.shared.compat.Auth.currentAuthenticatedUser().catch((reason: unknown) => reason);
    assert.equal(await page.evaluate(refusal), 'The user is not authenticated');
  });

  it('shows who has been signed in since an earlier visit, and hands the user object of the guides over', async () => {
    const { page, person } = stage;
    await stage.opens(AUTHENTICATOR);
    await stage.configures();
    await person.signsIn('jane', PASSWORD);
    await person.isAt('Only signed-in people see this');
    await stage.opens(AUTHENTICATOR);
    await stage.configures();
    await person.isAt('Only signed-in people see this');
    const handed = await page.evaluate(async () => {
      const user = await window.shared.compat.Auth.currentAuthenticatedUser();
      return document.querySelector('auth-authenticator')!.authData === user;
    });
    assert.ok(handed);
  });

  it('hands over who is asked something, for the calls that answer it', async () => {
    const { page, person } = stage;
    await stage.opens(AUTHENTICATOR);
    await stage.configures();
    await person.signsIn('tom', PASSWORD);
    await person.isAt('Enter your code');
    const name = await page.evaluate(
      async (code) => {
        const { Auth } = window.shared.compat;
        const asked = document.querySelector('auth-authenticator')!.authData as Awaited<ReturnType<typeof Auth.signIn>>;
        const { challengeName } = asked;
        await Auth.confirmSignIn(asked, code, 'SOFTWARE_TOKEN_MFA');
        return challengeName;
      },
      totpCode(TOMS_KEY, Date.now()),
    );
    assert.equal(name, 'SOFTWARE_TOKEN_MFA');
    await person.isAt('Only signed-in people see this');
  });

  it('keeps a question when the page configures the same again', async () => {
    const { person } = stage;
    const oauth = { domain: 'example.auth.us-east-1.amazoncognito.com', redirectSignIn: stage.home, scope: ['openid'] };
    await stage.opens(AUTHENTICATOR);
    await stage.configures({ oauth });
    await person.signsIn('sue', PASSWORD);
    await person.isAt('Enter your code');
    await stage.configures({ oauth });
    await person.types('Code', stage.cognito.outbox.latest('+15555550100').code);
    await person.presses('Verify');
    await person.isAt('Only signed-in people see this');
    assert.deepEqual(await stage.hears('signIn sue'), ['configured', 'configured', 'signIn sue']);
  });

  it('says what the page has translated, in its language', async () => {
    const { page, person } = stage;
    await stage.opens(AUTHENTICATOR);
    await stage.configures();
    await page.evaluate(() => {
      const { I18n } = window.shared.compat;
      I18n.putVocabularies({ de: { 'Sign in to your account': 'Willkommen', 'Username *': 'Kennung *' } });
      I18n.setLanguage('de');
    });
    await person.isAt('Willkommen');
    await person.types('Kennung', 'jane');
    // What the page has not translated is said in the words of this package.
    await person.types('Passwort', PASSWORD);
  });
});
