import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { HOSTED, IDENTITY_POOLS, PASSWORD } from '../../demo/cognito/index.js';
import type { AppName } from '../support/guides-apps.js';
import { ISSUER, setGuidesStage } from '../support/guides-stage.js';

const APP = 'Only signed-in people see this';
const AUTHENTICATOR = `<auth-authenticator><template><h2>${APP}</h2></template></auth-authenticator>`;
const FEDERATED = {
  google_client_id: 'local-google',
  facebook_app_id: 'local-facebook',
  amazon_client_id: 'local-amazon',
} as const;

describe('A user of a page of the guides, who signs in elsewhere,', () => {
  const stage = setGuidesStage();

  /** Opens a page with this and with the app, and with an identity pool. */
  async function opens(markup: string, app: AppName, props: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await stage.opens(markup);
    await stage.configures({
      identityPoolId: IDENTITY_POOLS[0].id,
      identityPoolEndpoint: stage.cognito.identityEndpoint,
    });
    await stage.page.evaluate(([name, given]) => window.shared.show(name, given), [app, props] as const);
  }

  const opensWindow = async (press: () => Promise<void>): Promise<Page> => {
    const [popup] = await Promise.all([stage.page.waitForEvent('popup'), press()]);
    return popup;
  };

  const signsInAt = async (there: Page, login = 'gina'): Promise<void> => {
    await there.getByRole('textbox').fill(login);
    await there.getByRole('button', { name: 'Continue', exact: true }).click();
  };

  const pressesGoogle = async (): Promise<void> => {
    await stage.person.presses('Their Google');
    // Google opens its window by a button of its own only.
    await stage.page.getByRole('button', { name: 'Choose an account' }).click();
  };

  const told = async (): Promise<readonly string[]> => {
    await stage.page.waitForFunction(() => window.shared.states.length > 0);
    return stage.page.evaluate(() => window.shared.states);
  };

  const BUTTONS = [
    ['buttons in withFederated', pressesGoogle],
    ['buttons in withFederated', () => stage.person.presses('Their Amazon')],
    ['a button in withGoogle', pressesGoogle],
    ['a piece in withFacebook', () => stage.person.presses('Their Facebook')],
    ['an element in withAmazon', () => stage.person.presses('Their Amazon')],
  ] as const satisfies readonly (readonly [AppName, () => Promise<void>])[];

  for (const [index, [app, press]] of BUTTONS.entries()) {
    it(`presses one of ${app} (${index + 1}), and the page is told`, async () => {
      await opens(AUTHENTICATOR, app, { federated: FEDERATED });
      await stage.person.isAt('Sign in');
      await signsInAt(await opensWindow(press));
      await stage.person.isAt(APP);
      assert.deepEqual(await told(), ['signedIn']);
    });
  }

  it('signs out by a button of the page', async () => {
    const { person } = stage;
    await opens(AUTHENTICATOR, 'buttons in withFederated', { federated: FEDERATED });
    await signsInAt(await opensWindow(() => person.presses('Their Facebook')));
    await person.isAt(APP);
    await person.presses('Their sign-out');
    await person.isAt('Sign in');
  });

  it('is told of a window that they have closed, and can press again', async () => {
    const { page, person } = stage;
    await opens(AUTHENTICATOR, 'a piece in withFacebook', { federated: FEDERATED });
    await (await opensWindow(() => person.presses('Their Facebook'))).close();
    await person.reads('Cancelled.');
    assert.deepEqual(await page.evaluate(() => window.shared.states), []);
    await signsInAt(await opensWindow(() => person.presses('Their Facebook')));
    await person.isAt(APP);
  });

  for (const app of ['federated, as an argument', 'federated, as an option'] as const) {
    it(`has the buttons that the page names in ${app}`, async () => {
      const { page, person } = stage;
      await opens('', app);
      await page.getByRole('button', { name: 'Continue with Google' }).waitFor();
      assert.equal(await page.getByRole('button', { name: /Amazon/ }).count(), 0, 'its id is not filled in');
      await signsInAt(await opensWindow(() => person.presses('Continue with Facebook')));
      await person.isAt(APP);
    });
  }

  it('has one button among the components of an app', async () => {
    const { page, person } = stage;
    await opens('', 'buttons among components');
    const popup = opensWindow(() => person.presses('Continue with Facebook'));
    await signsInAt(await popup);
    await person.isAt(APP);
    assert.equal(await page.getByRole('textbox').count(), 0, 'no form was asked for');
  });

  it('has the buttons of `federated` of an authenticator, and one of each', async () => {
    const { page, person } = stage;
    await opens(AUTHENTICATOR, 'a piece in withFacebook');
    await person.isAt('Sign in');
    await page.evaluate((federated) => {
      Object.assign(document.querySelector('auth-authenticator')!, { federated });
    }, FEDERATED);
    await page.getByRole('button', { name: 'Continue with Amazon' }).waitFor();
    assert.equal(await page.getByRole('button', { name: /^Continue with Facebook/ }).count(), 1);
  });

  it('is asked for what `usernameAttributes` say', async () => {
    const { person } = stage;
    await opens('', 'federated, as an option');
    await person.types('Email', 'jane@example.com');
    await person.types('Password', PASSWORD);
    await person.presses('Sign in');
    await person.isAt(APP);
  });

  it('leaves for the sign-in pages by a button in withOAuth, and is signed in afterwards', async () => {
    const { page, person, cognito, home } = stage;
    const { pool, client } = HOSTED;
    const config = {
      userPoolId: pool.id,
      userPoolWebClientId: client.id,
      oauth: {
        domain: `http://${cognito.domain}`,
        scope: ['openid', 'email', 'aws.cognito.signin.user.admin'],
        redirectSignIn: home,
        redirectSignOut: home,
        responseType: 'code',
      },
    };
    cognito.allowRedirects(client.id, [home]);
    await stage.opens(AUTHENTICATOR);
    await stage.configures(config);
    await page.evaluate(() => window.shared.show('a button in withOAuth'));
    await person.presses('Sign in with AWS');
    await page.getByLabel('Username or email').fill('hana');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => url.href.startsWith(home), { waitUntil: 'commit' });
    await page.waitForFunction(() => 'shared' in window);
    await stage.configures(config);
    await person.isAt(APP);
  });

  it('leaves for Auth0 by a button in withAuth0', async () => {
    const { page, person, home } = stage;
    const issuer = `https://${ISSUER}/`;
    await page.context().route(`${issuer}**`, (route) =>
      route.request().isNavigationRequest()
        ? route.fulfill({ contentType: 'text/html', body: 'The pages of Auth0' })
        : route.fulfill({
            headers: { 'access-control-allow-origin': '*' },
            json: {
              issuer,
              authorization_endpoint: `${issuer}authorize`,
              token_endpoint: `${issuer}oauth/token`,
              jwks_uri: `${issuer}.well-known/jwks.json`,
            },
          }),
    );
    await opens(AUTHENTICATOR, 'a button in withAuth0');
    await person.isAt('Sign in');
    await page.evaluate((auth0) => void window.shared.compat.Auth.configure({ auth0 }), {
      domain: ISSUER,
      clientID: 'their-app',
      redirectUri: home,
      audience: `${issuer}userinfo`,
      scope: 'openid email',
    });
    // The form has one, too.
    await page.getByRole('button', { name: `Continue with ${ISSUER}` }).waitFor();
    await person.presses('Their Auth0');
    await page.waitForURL(`${issuer}authorize**`);
    const { searchParams } = new URL(page.url());
    assert.deepEqual(
      ['client_id', 'redirect_uri', 'audience', 'scope'].map((name) => searchParams.get(name)),
      ['their-app', home, `${issuer}userinfo`, 'openid email'],
    );
  });
});
