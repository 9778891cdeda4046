import { elementUpdated, expect, html } from '@open-wc/testing';
import type { Secret } from '../../src/cognito/secret.js';
import '../../src/define.js';
import { AuthPiece } from '../../src/kit/auth-piece.js';
import { never, user as person } from '../../src/testing/fake-client.js';
import { MyPlans, MySignIn } from '../support/own-elements.js';
import { stage } from '../support/stage.js';
import type { User } from '../support/user.js';

const done = { name: 'done', user: person({ username: 'jane' }) } as const;

const signsIn = async (user: User) => {
  await user.types('Username', 'jane');
  await user.types('Password', 'right');
  await user.presses('Enter');
};

/** The component of the guides that is always there. */
class AlwaysOn extends AuthPiece {
  protected showComponent(): unknown {
    const { authState, onStateChange } = this.props;
    return html`<div>I am always here to show current auth state: ${authState}</div>
      <button @click=${() => onStateChange('signUp')}>Show Sign Up</button>
      <button @click=${() => onStateChange('signedIn')}>Pretend</button>
      <button @click=${() => onStateChange('confirmSignUp', { username: 'joe' })}>I have a code</button>
      <button @click=${() => this.errorMessage('Something else')}>Complain</button>
      <p>${this.error}</p>`;
  }
}
customElements.define('always-on', AlwaysOn);

customElements.define('my-plans', MyPlans);

const kept: unknown[] = [];

class Desk extends AuthPiece {
  protected override _validAuthStates = ['signIn'];

  protected showComponent(theme: unknown): unknown {
    return html`<label>Number <input name="number" @input=${this.handleInputChange} /></label>
      <label><input type="checkbox" name="staff" @change=${this.handleInputChange} /> Staff</label>
      <button @click=${() => kept.push({ ...this.inputs })}>Keep</button>
      <p>${theme}</p>`;
  }
}
customElements.define('my-desk', Desk);

describe('A piece of the guides', () => {
  it('knows the state, and leads to another', async () => {
    const { element, user } = await stage({}, html`<auth-sign-up></auth-sign-up><always-on></always-on>`);
    element.hideDefault = true;
    await user.reads('I am always here to show current auth state: signIn');
    await user.clicks('Show Sign Up');
    await user.reads('auth state: signUp');
    await user.heading('Create an account');
    await expect(element).to.be.accessible();
  });

  it('cannot say that a user is signed in', async () => {
    const { element, user, auth } = await stage({}, html`<always-on></always-on>${html`<p>App</p>`}`);
    element.hideDefault = true;
    await user.clicks('Pretend');
    await user.clicks('Show Sign Up');
    await user.reads('auth state: signUp');
    expect(auth.getState().user).to.equal(undefined);
  });

  it('shows itself once in a clone, and again where the page has emptied it', async () => {
    const { element, user } = await stage({}, html`<always-on></always-on>`);
    element.hideDefault = true;
    await user.reads('auth state: signIn');
    const piece = element.querySelector('always-on')!;
    const clone = piece.cloneNode(true) as Element;
    piece.replaceWith(clone);
    await elementUpdated(clone);
    expect(clone.querySelectorAll('div')).to.have.length(1);
    clone.textContent = '';
    await user.reads('auth state: signIn');
    await user.clicks('Show Sign Up');
    await user.reads('auth state: signUp');
  });

  it('leads a user who has a code to where it is typed', async () => {
    const confirmed: unknown[] = [];
    const script = {
      confirmSignUp: ({ username }: { readonly username: string }) => {
        confirmed.push(username);
        return { name: 'signIn' } as const;
      },
    };
    const { element, user } = await stage(
      script,
      html`<auth-confirm-sign-up></auth-confirm-sign-up><always-on></always-on>`,
    );
    element.hideDefault = true;
    await user.clicks('I have a code');
    await user.types('Code', '123456');
    await user.presses('Enter');
    await user.reads('auth state: signIn');
    expect(confirmed).to.deep.equal(['joe']);
  });

  it('says what is wrong until the state changes', async () => {
    const { element, user } = await stage({}, html`<always-on></always-on>`);
    element.hideDefault = true;
    await user.clicks('Complain');
    await user.reads('Something else');
    await user.clicks('Show Sign Up');
    await user.reads('auth state: signUp');
    expect(user.view).not.to.include('Something else');
  });

  it('is there in its states alone, and leads a user who is signed in further', async () => {
    const { element, user, auth } = await stage(
      { signIn: done, setUpTotp: never() },
      html`<auth-sign-in></auth-sign-in><my-plans></my-plans>`,
    );
    element.hideDefault = true;
    await user.heading('Sign in');
    expect(element.textContent).not.to.include('Your plans');
    await signsIn(user);
    await user.sees('Your plans');
    expect(element.querySelector<MyPlans>('my-plans')?.props.authData).to.equal(auth.getState().user);
    await user.clicks('Set up an authenticator app');
    await user.misses('Your plans');
    expect(auth.getState().screen).to.equal('totp-setup');
  });

  it('keeps what is typed, in its state alone', async () => {
    const { element, user, auth } = await stage({}, html`<my-desk .theme=${'Dark'}></my-desk>`);
    element.hideDefault = true;
    await user.types('Number', '4711');
    await user.clicks('Keep');
    await user.reads('Dark');
    auth.send({ type: 'go.signUp' });
    await user.misses('Keep');
    auth.send({ type: 'go.signIn' });
    await user.clicks('Keep');
    expect(kept).to.deep.equal([{ number: '4711' }, {}]);
  });
});

describe('A class of the page that extends a screen', () => {
  customElements.define('my-sign-in', MySignIn);

  it('stands in for the screen, with all that this does', async () => {
    const sent: unknown[] = [];
    const script = {
      signIn: ({ username, password }: { readonly username?: string; readonly password?: Secret }) => {
        sent.push(username, password?.reveal());
        return done;
      },
    };
    const { element, user } = await stage(script, html`<my-sign-in slot="sign-in"></my-sign-in>`);
    await user.heading('Welcome back');
    await user.reads('Ask the front desk for a password.');
    await expect(element).to.be.accessible();
    await signsIn(user);
    await user.heading('Hello, jane');
    expect(sent).to.deep.equal(['jane', 'right']);
  });
});
