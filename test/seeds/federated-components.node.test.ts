import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { GUIDES, IDENTITY_POOLS } from '../../demo/cognito/index.js';
import { logged, setPageStage } from './page-stage.js';
import { titleOf } from './sample.js';

const PASSWORD = 'oldPassword';
const [{ id: IDENTITY_POOL }] = IDENTITY_POOLS;
const USER = { name: 'Gina', email: 'gina@example.com' };

const stage = setPageStage();

/** Loads the libraries of providers, where a user signs in with a token: the user pool stands for all providers. */
async function loadLibraries(): Promise<void> {
  await stage.page.evaluate(
    async ({ password, profile }) => {
      const { Auth } = window.seeds.compat;
      await Auth.signIn('jane', password);
      const token = (await Auth.currentSession()).getIdToken().getJwtToken();
      await Auth.signOut();
      window.seeds.load({ token, profile });
    },
    { password: PASSWORD, profile: USER },
  );
}

/** What the sample has logged first. */
async function firstLogged(): Promise<unknown> {
  await stage.page.waitForFunction(() => window.seeds.logged.length > 0);
  const [first] = await logged(stage.page);
  return first;
}

/** Who is signed in, by an identity pool. */
const currentUser = () =>
  stage.page.evaluate(async () => {
    const user: object = await window.seeds.compat.Auth.currentAuthenticatedUser();
    const { name, email } = user as { readonly name?: string; readonly email?: string };
    return { name, email };
  });

beforeEach(async () => {
  for (const { sources } of stage.cognito.store.identityPools.all)
    for (const key of ['accounts.google.com', 'graph.facebook.com'])
      sources.set(key, sources.get(`cognito-idp.us-east-1.amazonaws.com/${GUIDES.pool.id}`)!);
  await stage.page.evaluate(
    (identityPoolId) => void window.seeds.compat.Auth.configure({ identityPoolId }),
    IDENTITY_POOL,
  );
});

it(`${titleOf('google-button.jsx')}: signs in with the token that Google’s library brings`, async () => {
  await loadLibraries();
  await stage.shows('google-button.jsx', 'SignInWithGoogle');
  await stage.person.presses('Sign in with Google');
  const [title, credentials] = (await firstLogged()) as readonly [string, { readonly authenticated: boolean }];
  assert.deepEqual([title, credentials.authenticated], ['credentials', true]);
  assert.deepEqual(await currentUser(), USER);
});

it(`${titleOf('facebook-button.jsx')}: signs in with the token that Facebook’s library brings`, async () => {
  await loadLibraries();
  await stage.shows('facebook-button.jsx', 'SignInWithFacebook');
  await stage.person.presses('Sign in with Facebook');
  const credentials = (await firstLogged()) as { readonly authenticated: boolean };
  assert.equal(credentials.authenticated, true);
  assert.deepEqual(await currentUser(), USER);
});

for (const [sample, component] of [['facebook-in-expo.jsx'], ['facebook-in-expo.s4.jsx', 'App']] as const) {
  it(`${titleOf(sample)}: signs in with the token that Expo brings (${sample})`, async () => {
    await loadLibraries();
    await stage.shows(sample, component);
    await stage.person.presses('FBSignIn');
    const [title] = (await firstLogged()) as readonly string[];
    assert.equal(title, 'get aws credentials');
    assert.equal((await currentUser()).name, 'USER_NAME');
  });
}

describe('Buttons of providers, in the forms of the guides', () => {
  for (const sample of [
    'federated-authenticator.jsx',
    'federated-authenticator.s1.jsx',
    'federated-authenticator.s4.jsx',
    'federated-with-authenticator.jsx',
    'federated-with-authenticator.s1.jsx',
    'federated-with-authenticator.s4.jsx',
  ]) {
    it(`${titleOf(sample)}: are there for the apps that are set (${sample})`, async () => {
      const { page, person } = stage;
      // What companies serve is not asked of them here.
      await page.route(/^https:/, (route) => route.abort());
      await stage.shows(sample);
      await person.isAt('Sign in');
      for (const provider of ['Google', 'Facebook', 'Amazon']) {
        await person.app.getByRole('button', { name: new RegExp(provider) }).waitFor();
      }
    });
  }
});

describe('Buttons of the app, for providers', () => {
  /** Presses the image at a place, and waits until its provider is asked for this. */
  async function asks(address: string, place: number): Promise<void> {
    const context = stage.page.context();
    await context.route(/^https:/, (route) => route.abort());
    const asked = context.waitForEvent('request', (request) => request.url().startsWith(address));
    await stage.person.app.locator('img').nth(place).click();
    await asked;
  }

  for (const sample of ['federated-buttons.jsx', 'federated-buttons.s1.jsx']) {
    for (const [place, address] of [
      'https://accounts.google.com/gsi/client',
      'https://connect.facebook.net/en_US/sdk.js',
      'https://assets.loginwithamazon.com/sdk/na/login1.js',
    ].entries()) {
      it(`${titleOf(sample)}: lead to ${address} (${sample})`, async () => {
        await stage.shows(sample);
        await asks(address, place);
      });
    }
  }

  it(`${titleOf('auth0-button.jsx')}: leads to the issuer`, async () => {
    await stage.shows('auth0-button.jsx');
    await asks('https://auth0.example/.well-known/openid-configuration', 0);
  });

  it(`${titleOf('with-oauth.jsx')}: leads to the sign-in pages of the user pool`, async () => {
    const { page, person, cognito } = stage;
    await page.evaluate((domain) => {
      const here = location.origin;
      const oauth = {
        domain: `http://${domain}`,
        scope: ['openid'],
        redirectSignIn: here,
        redirectSignOut: here,
        responseType: 'code',
      };
      window.seeds.compat.Auth.configure({ oauth });
    }, cognito.domain);
    await stage.shows('with-oauth.jsx');
    const left = page.waitForRequest((request) => new URL(request.url()).pathname === '/oauth2/authorize');
    await person.presses('Sign in with AWS');
    assert.equal(new URL((await left).url()).searchParams.get('client_id'), GUIDES.client.id);
  });
});
