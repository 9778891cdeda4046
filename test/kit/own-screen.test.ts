import { expect, fixture, html } from '@open-wc/testing';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { user as signedInUser } from '../../src/testing/fake-client.js';
import { NicknameForm, StaffSignIn, UserBadge } from '../support/own-elements.js';
import { scripted, stage } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

customElements.define('staff-sign-in', StaffSignIn);
customElements.define('nickname-form', NicknameForm);
customElements.define('user-badge', UserBadge);

const done = { name: 'done', user: signedInUser({ username: '4711' }) } as const;

describe('A screen of the page’s own, in the slot of an authenticator', () => {
  const content = html`<staff-sign-in slot="sign-in"></staff-sign-in>
    <p>The app</p>`;

  it('replaces the sign-in form, and leads into the app', async () => {
    const sent: unknown[] = [];
    const { user } = await stage(
      {
        signIn: ({ username, password }) => {
          sent.push(username, password?.reveal());
          return done;
        },
      },
      content,
    );
    await user.heading('Staff sign-in');
    await user.reads('Your number is on the back of your badge.');
    expect((await user.field('Staff number')).autocomplete).to.equal('username');
    await user.types('Staff number', '4711');
    await user.types('Password', 'Correct-Horse-7');
    await user.clicks('Sign in');
    await user.reads('The app');
    await user.misses('Staff sign-in');
    expect(sent).to.deep.equal(['4711', 'Correct-Horse-7']);
  });

  it('says what is missing at the field, and sends nothing', async () => {
    const { user, client } = await stage({}, content);
    await user.types('Password', 'Correct-Horse-7');
    await user.clicks('Sign in');
    await user.reads('Staff number is missing.');
    await user.isAt('Staff number');
    expect(client.calls).not.to.include('signIn');
  });

  it('says why Cognito refused, and leads to the screens of the package', async () => {
    const { user } = await stage({ signIn: new AuthError('credentials') }, content);
    await user.types('Staff number', '4711');
    await user.types('Password', 'wrong');
    await user.clicks('Sign in');
    await user.reads('Staff number or password is not right.');
    await user.hears('Staff number or password is not right.');
    await user.clicks('Forgot password?');
    expect((await user.field('Username')).value).to.equal('4711');
  });
});

describe('A form of the page’s own, for users who are signed in', () => {
  const app = html`<nickname-form></nickname-form>`;

  it('shows what it has loaded, and saves what was entered', async () => {
    const saved: unknown[] = [];
    const account = {
      attributes: () => Promise.resolve([{ name: 'nickname', value: 'Jay' }]),
      updateAttributes: ({ attributes }: { attributes: Readonly<Record<string, string>> }) => {
        saved.push(attributes);
        return Promise.resolve([]);
      },
    };
    const { user } = await stage({ restore: done, account }, app);
    await user.heading('What should we call you?');
    await eventually(
      async () => (await user.field('Nickname')).value === 'Jay',
      () => 'The field does not show the nickname.',
    );
    await user.types('Nickname', 'Jane');
    await user.clicks('Save');
    await user.hears('Your nickname is saved.');
    expect(saved).to.deep.equal([{ nickname: 'Jane' }]);
  });

  it('says why a request failed, in the words of the page where it has some', async () => {
    const account = {
      attributes: () => Promise.resolve([]),
      updateAttributes: () => Promise.reject(new AuthError('rejected')),
    };
    const { auth } = scripted({ restore: done, account });
    const page = await fixture(
      html`<auth-provider
        .auth=${auth}
        .errorMessage=${(_: string, { code }: AuthError) => (code === 'rejected' ? 'This nickname is taken.' : undefined)}
        ><nickname-form></nickname-form
      ></auth-provider>`,
    );
    const user = new User(page);
    await user.types('Nickname', 'Jane');
    await user.clicks('Save');
    await user.reads('This nickname is taken.');
    await user.hears('This nickname is taken.');
  });

  it('is not shown after a sign-out', async () => {
    const account = { attributes: () => Promise.resolve([]) };
    const { auth } = scripted({ restore: done, account });
    const page = await fixture(html`<auth-provider .auth=${auth}><nickname-form></nickname-form></auth-provider>`);
    const user = new User(page);
    await user.field('Nickname');
    auth.send({ type: 'signOut' });
    await user.misses('What should we call you?');
  });
});

describe('Any Lit element with an AuthController', () => {
  it('shows who is signed in, and follows a sign-out', async () => {
    const { auth } = scripted({ restore: done });
    const page = await fixture(html`<auth-provider .auth=${auth}><user-badge></user-badge></auth-provider>`);
    const user = new User(page);
    await user.reads('4711');
    await user.clicks('Sign out');
    await user.reads('Guest');
  });
});
