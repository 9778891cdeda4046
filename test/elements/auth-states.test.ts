import { expect, html } from '@open-wc/testing';
import '../../src/define.js';
import type { AuthAuthenticator } from '../../src/elements/auth-authenticator.js';
import { Secret } from '../../src/cognito/secret.js';
import { ticket, user as person } from '../../src/testing/fake-client.js';
import { neverIdle } from '../support/never-idle.js';
import { scripted, stage } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

const done = { name: 'done', user: person({ username: 'jane' }) } as const;
const app = html`<p>App</p>`;

const signsIn = async (user: User) => {
  await user.types('Username', 'jane');
  await user.types('Password', 'right');
  await user.presses('Enter');
};

describe('<auth-authenticator hide-default>', () => {
  it('shows its children at any time, and nothing of its own', async () => {
    const { element, user, auth } = await stage({ signIn: done }, html`<auth-sign-in></auth-sign-in>${app}`);
    element.hideDefault = true;
    await user.sees('App');
    await signsIn(user);
    await eventually(
      () => auth.getState().screen === 'signed-in',
      () => 'Nobody is signed in.',
    );
    await user.misses('Password');
    await element.updateComplete;
    expect(user.view).to.equal('App');
    await expect(element).to.be.accessible();
  });
});

describe('The screens that a page hides', () => {
  it('are not shown, and their questions are answered by “not now”', async () => {
    const contact = {
      name: 'verifyContact',
      contacts: [{ name: 'email', destination: 'j***@e***' }],
      remindIn: 30,
      user: person(),
      ticket: { username: 'jane' },
    } as const;
    const answers: unknown[] = [];
    const script = {
      signIn: contact,
      answer: ({ choice }: { readonly choice?: unknown }) => {
        answers.push(choice);
        return done;
      },
    };
    const { element, user } = await stage(script, app);
    element.setAttribute('hide', 'verify-contact');
    await signsIn(user);
    await user.sees('App');
    await user.reads('Hello');
    expect(answers).to.deep.equal(['skip']);
  });

  it('leave the place to children of the page', async () => {
    const { element, user, auth } = await stage({}, html`<p auth-states="signUp">Our own form</p>`);
    element.setAttribute('hide', 'sign-up');
    await user.heading('Sign in');
    auth.send({ type: 'go.signUp' });
    await user.sees('Our own form');
    expect(user.view).to.equal('Our own form');
  });

  it('are still shown where Cognito demands what they offer', async () => {
    const { element, user } = await stage({
      signIn: { name: 'totpSetup', secret: new Secret('JBSWY3DPEHPK3PXP'), ticket: ticket() },
    });
    element.setAttribute('hide', 'totp-setup');
    await signsIn(user);
    await user.heading('Set up an authenticator app');
  });
});

describe('A child with auth-states', () => {
  const children = html`<p auth-states="signIn confirmSignIn">Door</p>
    <p auth-states="sign-up">Desk</p>
    <p auth-states="SIGNEDIN">Room</p>
    <p auth-states="nowhere">Attic</p>
    ${app}`;

  it('is shown in these states alone, whatever spelling they have', async () => {
    const { element, user, auth } = await stage({ signIn: done }, children);
    await user.sees('Door');
    for (const other of ['Desk', 'Room', 'Attic', 'App']) expect(user.view).not.to.include(other);
    await expect(element).to.be.accessible();

    auth.send({ type: 'go.signUp' });
    await user.sees('Desk');
    expect(user.view).not.to.include('Door');

    auth.send({ type: 'go.signIn' });
    await signsIn(user);
    await user.sees('Room');
    await user.sees('App');
    for (const other of ['Door', 'Desk', 'Attic']) expect(user.view).not.to.include(other);
  });

  it('may come later, and may change its mind', async () => {
    const { element, user } = await stage({}, app);
    await user.heading('Sign in');
    const child = Object.assign(document.createElement('p'), { textContent: 'Late' });
    element.append(child);
    await element.updateComplete;
    child.setAttribute('auth-states', 'signUp');
    await user.heading('Sign in');
    expect(user.view).not.to.include('Late');
    child.setAttribute('auth-states', 'signIn');
    await user.sees('Late');
  });

  it('counts for the nearest authenticator', async () => {
    const inner = scripted({ restore: done });
    const { user } = await stage(
      {},
      html`<div auth-states="signIn">
        <auth-authenticator hide="greetings" .auth=${inner.auth}>
          <p auth-states="signedIn">Inner room</p>
          <p auth-states="signIn">Inner door</p>
        </auth-authenticator>
      </div>`,
    );
    await user.sees('Inner room');
    expect(user.view).not.to.include('Inner door');
  });
});

describe('The state of an authenticator in the words of the guides', () => {
  /** Sees what the page is told. */
  const told = (element: AuthAuthenticator) => {
    const states: unknown[] = [];
    element.onStateChange = (state, data) =>
      states.push([state, (data as { username?: string } | undefined)?.username]);
    return states;
  };

  it('is told with the user', async () => {
    const { element, user, auth } = await stage({ signIn: done });
    const states = told(element);
    await eventually(
      () => states.length === 1,
      () => 'The page was told nothing.',
    );
    await signsIn(user);
    await user.heading('Hello, jane');
    await eventually(
      () => element.authState === 'signedIn',
      () => `The state is ${element.authState ?? 'unknown'}.`,
    );
    expect(element.authData).to.equal(auth.getState().user);
    expect(states.at(0)).to.deep.equal(['signIn', undefined]);
    expect(states.at(-1)).to.deep.equal(['signedIn', 'jane']);
    expect(states).to.have.length(2);
  });

  it('is told of each state, of a user who is quicker than the browser has time, too', () =>
    neverIdle(async () => {
      const { element, user } = await stage({ signIn: done });
      const states = told(element);
      await signsIn(user);
      await user.heading('Hello, jane');
      await eventually(
        () => states.length === 2,
        () => `The page was told ${JSON.stringify(states)}.`,
      );
      expect(states).to.deep.equal([
        ['signIn', undefined],
        ['signedIn', 'jane'],
      ]);
    }));

  it('can be set before the first screen, and later', async () => {
    const { auth } = scripted({ signIn: done });
    const element = document.createElement('auth-authenticator');
    element.auth = auth;
    element.authState = 'signUp';
    document.body.append(element);
    const user = new User(element);
    await user.heading('Create an account');
    element.authState = 'forgotpassword';
    await user.heading('Reset your password');
    element.authState = 'signedOut';
    await user.heading('Sign in');
    element.remove();
  });

  it('cannot be set to what is not so, nor to what does not exist', async () => {
    const { element, user, auth } = await stage({});
    await user.heading('Sign in');
    for (const word of ['signedIn', 'confirmSignIn', 'nowhere', 'TOTPSetup', 'confirmSignUp']) element.authState = word;
    element.authState = 'signUp';
    await user.heading('Create an account');
    expect(auth.getState().user).to.equal(undefined);
  });

  it('does not take a user who is signed in back to a form', async () => {
    const { auth } = scripted({ restore: done });
    const element = document.createElement('auth-authenticator');
    element.auth = auth;
    element.authState = 'signUp';
    document.body.append(element);
    const user = new User(element);
    await user.heading('Hello, jane');
    element.remove();
  });
});
