import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GUIDES } from '../../demo/cognito/index.js';
import { logs, setPageStage } from './page-stage.js';
import { titleOf } from './sample.js';

const PASSWORD = 'oldPassword';
const APP = 'Only signed-in people see this';

const stage = setPageStage();

for (const sample of ['with-authenticator.js', 'with-authenticator.s2.js']) {
  it(`${titleOf(sample)}: the app is there for who is signed in (${sample})`, async () => {
    const { person } = stage;
    await stage.shows(sample);
    await person.signsIn('jane', PASSWORD);
    await person.isAt(APP);
    assert.equal(await person.app.getByRole('button', { name: 'Sign out' }).count(), 0);
  });
}

it(`${titleOf('sign-out-button.js')}: the greetings have a button to sign out`, async () => {
  const { person } = stage;
  await stage.shows('sign-out-button.js');
  await person.signsIn('jane', PASSWORD);
  await person.isAt(APP);
  await person.presses('Sign out');
  await person.isAt('Sign in');
});

it(`${titleOf('auth0-with-authenticator.js')}: the app is there for who is signed in`, async () => {
  const { person } = stage;
  await stage.shows('auth0-with-authenticator.js');
  await person.signsIn('jane', PASSWORD);
  await person.app.getByRole('textbox', { name: 'Password' }).waitFor({ state: 'detached' });
  const username = () => window.seeds.compat.Auth.currentAuthenticatedUser().then((user) => user.getUsername());
  assert.equal(await stage.page.evaluate(username), 'jane');
});

it(`${titleOf('authenticator-around-app.jsx')}: the app is there for who is signed in`, async () => {
  const { person } = stage;
  await stage.shows('authenticator-around-app.jsx');
  await person.signsIn('jane', PASSWORD);
  await person.isAt(APP);
});

it(`${titleOf('valid-auth-states.js')}: a component is there in the states that it names`, async () => {
  const { page, person } = stage;
  await page.evaluate(() => (window.seeds.self = window.seeds.piece()));
  await stage.shows('valid-auth-states.js');
  // As from a constructor: before it is on the page. It is the piece.
  await page.evaluate(() => {
    const { h, components, self } = window.seeds;
    const authenticator = h(components.Authenticator, { hideDefault: true }, h(components.SignIn, null), self as Node);
    document.querySelector('#root')!.append(authenticator);
  });
  await person.isAt('Sign in');
  assert.equal(await person.app.getByText('My app').count(), 0);
  await person.signsIn('jane', PASSWORD);
  await person.isAt('My app');
});

it(`${titleOf('initial-state.jsx')}: a page begins with the form for a new account`, async () => {
  await stage.shows('initial-state.jsx');
  await stage.person.isAt('Create an account');
});

it(`${titleOf('greetings-alone.jsx')}: greets who is signed in, and shows nothing else`, async () => {
  const { page, person } = stage;
  await stage.shows('greetings-alone.jsx');
  await page.evaluate((password) => window.seeds.compat.Auth.signIn('jane', password), PASSWORD);
  await person.isAt(/jane/);
  await person.presses('Sign out');
  await person.app.getByRole('button', { name: 'Sign out' }).waitFor({ state: 'detached' });
  assert.equal(await person.app.getByRole('textbox').count(), 0);
});

it(`${titleOf('greetings-message.jsx')}: greets in the words of the app`, async () => {
  const { page, person } = stage;
  await stage.shows('greetings-message.jsx');
  await person.isAt('Please sign in...');
  await page.evaluate((password) => window.seeds.compat.Auth.signIn('jane', password), PASSWORD);
  await person.isAt(/^Hello jane/);
});

it(`${titleOf('error-messages.jsx')}: says an error in the words of the app`, async () => {
  const { person } = stage;
  await stage.shows('error-messages.jsx');
  await person.signsIn('jane', 'wrong-password');
  await person.app.getByText('Incorrect username or password', { exact: true }).first().waitFor();
});

describe(titleOf('always-on.jsx'), () => {
  it('shows components in all states, leads to another, and is told of each', async () => {
    const { page, person } = stage;
    await stage.shows('always-on.jsx');
    await person.reads(/current auth state: signIn/);
    await person.presses('Show Sign Up');
    await person.isAt('Create an account');
    await person.reads(/current auth state: signUp/);
    await page.evaluate((password) => window.seeds.compat.Auth.signIn('jane', password), PASSWORD);
    await person.reads(/current auth state: signedIn/);
    await logs(page, 'signed in');
  });
});

it(`${titleOf('own-components.jsx')}: shows screens of the app in the place of others`, async () => {
  const { person } = stage;
  await stage.shows('own-components.jsx');
  await person.reads('Welcome back');
  await person.signsIn('jane', PASSWORD);
  await person.isAt(APP);
  assert.equal(await person.sees('Welcome back'), false);
});

for (const sample of ['select-mfa-type.jsx', 'select-mfa-type.s1.jsx']) {
  it(`${titleOf(sample)}: a user chooses a second factor (${sample})`, async () => {
    const { page, person } = stage;
    await page.evaluate(
      (pool) => {
        window.seeds.modules['./aws-exports'] = { default: pool };
      },
      { aws_user_pools_id: GUIDES.pool.id, aws_user_pools_web_client_id: GUIDES.client.id },
    );
    await stage.shows(sample);
    await person.signsIn('jane', PASSWORD);
    await person.chooses('Text message');
  });
}

describe(`${titleOf('theme-override.jsx')}; ${titleOf('theme.jsx')}`, () => {
  for (const sample of ['theme-override.jsx', 'theme.jsx']) {
    it(`shows the colors of the app: ${sample}`, async () => {
      const { page, person } = stage;
      await page.evaluate(() => {
        window.seeds.modules['./MyTheme'] = { default: { sectionHeader: { backgroundColor: 'orange' } } };
      });
      await stage.shows(sample);
      const heading = person.app.getByRole('heading', { name: 'Sign in', exact: true });
      assert.equal(await heading.evaluate((node) => getComputedStyle(node).backgroundColor), 'rgb(255, 165, 0)');
    });
  }
});
