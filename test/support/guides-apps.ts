// Apps as readers of the guides have written them, in a page of ours.
import { html } from 'lit';
import * as components from '../../src/compat/components/index.js';
import type { AmazonProps, AuthPieceProps, FacebookProps, Federated } from '../../src/compat/components/index.js';

const { AuthPiece, ConfirmSignIn, ConfirmSignUp, ForgotPassword, Greetings, SignIn, SignUp, VerifyContact } =
  components;
const { withAmazon, withAuth0, withAuthenticator, withFacebook, withFederated, withGoogle, withOAuth } = components;

const nameIn = (authData: unknown): string | undefined =>
  // What is told here is a user, or nothing.
  (authData as { readonly username?: string } | undefined)?.username;

/** What the app shows: who it was told of, where it was told to be, and a way to another place. */
const Func = ({ authState, authData, onStateChange }: AuthPieceProps) =>
  html`<h2>Only signed-in people see this</h2>
    <p>${authState} as ${nameIn(authData)}</p>
    <button @click=${() => onStateChange('TOTPSetup')}>Set up an authenticator app</button>`;

/** The same without any library. */
const appClass = () =>
  class App extends HTMLElement implements AuthPieceProps {
    declare authState: AuthPieceProps['authState'];
    declare authData: AuthPieceProps['authData'];
    declare onStateChange: AuthPieceProps['onStateChange'];

    connectedCallback(): void {
      const heading = document.createElement('h2');
      heading.textContent = 'Only signed-in people see this';
      const place = document.createElement('p');
      place.textContent = `${this.authState} as ${nameIn(this.authData)}`;
      const button = document.createElement('button');
      button.textContent = 'Set up an authenticator app';
      button.addEventListener('click', () => this.onStateChange('TOTPSetup'));
      this.replaceChildren(heading, place, button);
    }
  };

const withTag = (tag: string) => {
  const App = appClass();
  customElements.define(tag, App);
  return App;
};

class Piece extends AuthPiece {
  protected override _validAuthStates = ['signedIn'];

  protected showComponent(): unknown {
    return Func(this.props);
  }
}

/** A screen of theirs. */
class MySignIn extends SignIn {
  protected override headline(): string {
    return 'Welcome back';
  }
}

const Always = ({ authState, onStateChange }: AuthPieceProps) =>
  html`<p>I am always here: ${authState}</p>
    <button @click=${() => onStateChange('signUp')}>Show Sign Up</button>`;

const hint = (): HTMLElement => Object.assign(document.createElement('p'), { textContent: 'Ask the front desk' });

const list = () => [MySignIn, ConfirmSignIn, VerifyContact, SignUp, ConfirmSignUp, ForgotPassword, Always, hint()];

const FEDERATED: Federated = {
  google_client_id: 'local-google',
  facebook_app_id: 'local-facebook',
  amazon_client_id: '',
};

/** A class whose props are what mixins have added. */
class TheirFacebook extends AuthPiece {
  protected showComponent(): unknown {
    // What the mixin adds.
    const { facebookSignIn } = this.props as AuthPieceProps & FacebookProps;
    return html`<button @click=${facebookSignIn}>Their Facebook</button>`;
  }
}

/** A class without props: mixins add methods. */
class TheirAmazon extends HTMLElement implements Partial<AmazonProps> {
  declare readonly amazonSignIn: AmazonProps['amazonSignIn'];

  connectedCallback(): void {
    const button = document.createElement('button');
    button.textContent = 'Their Amazon';
    button.addEventListener('click', () => void this.amazonSignIn());
    this.replaceChildren(button);
  }
}

/** What each of them is defined as. */
const APPS = {
  'a class without a tag': () => withAuthenticator(appClass()),
  'a class with a tag': () => withAuthenticator(withTag('their-app')),
  'a tag': () => {
    withTag('other-app');
    return withAuthenticator('other-app');
  },
  'a function': () => withAuthenticator(Func),
  'a piece': () => withAuthenticator(Piece),
  'greetings, as an argument': () => withAuthenticator(Func, true),
  'greetings, as an option': () => withAuthenticator(Func, { includeGreetings: true }),
  'components, as an argument': () => withAuthenticator(Func, false, list()),
  'components, as an option': () => withAuthenticator(Func, { authenticatorComponents: list() }),
  'components with greetings': () => withAuthenticator(Func, true, [SignIn, Greetings]),
  'federated, as an argument': () => withAuthenticator(Func, false, [], FEDERATED),
  'federated, as an option': () => withAuthenticator(Func, { federated: FEDERATED, usernameAttributes: 'email' }),
  'buttons among components': () =>
    withAuthenticator(Func, {
      federated: FEDERATED,
      authenticatorComponents: [components.FacebookButton, components.Loading],
    }),
  'buttons in withFederated': () =>
    withFederated(
      (props) =>
        html`<button @click=${props.googleSignIn}>Their Google</button>
          <button @click=${props.facebookSignIn}>Their Facebook</button>
          <button @click=${props.amazonSignIn}>Their Amazon</button>
          <button @click=${props.facebookSignOut}>Their sign-out</button>`,
    ),
  'a button in withGoogle': () =>
    withGoogle(({ googleSignIn }) => html`<button @click=${googleSignIn}>Their Google</button>`),
  'a piece in withFacebook': () => withFacebook(TheirFacebook),
  'an element in withAmazon': () => withAmazon(TheirAmazon),
  'a button in withOAuth': () =>
    withOAuth(({ OAuthSignIn }) => html`<button @click=${OAuthSignIn}>Sign in with AWS</button>`),
  'a button in withAuth0': () =>
    withAuth0(({ auth0SignIn }) => html`<button @click=${auth0SignIn}>Their Auth0</button>`),
} satisfies Readonly<Record<string, () => CustomElementConstructor>>;

export type AppName = keyof typeof APPS;

/** What `onStateChange` of the app was called with. */
export const states: string[] = [];

/** Puts one of them into the page, with these props. */
export function show(name: AppName, props: Readonly<Record<string, unknown>> = {}): void {
  customElements.define('my-app', APPS[name]());
  const app = document.createElement('my-app');
  Object.assign(app, props, { onStateChange: (state: string) => states.push(state) });
  document.querySelector('section')!.append(app);
}
