import type { PropertyValues } from 'lit';
import { moveTo } from '../../kit/move-to.js';
import type { AuthPieceProps } from '../../kit/auth-piece.js';
import { authStateOf } from '../../kit/state-words.js';
import { Authenticator } from './authenticator.js';
import { classOf, elementOf, give } from './component.js';
import type { Component } from './component.js';

/** What an app sets on its authenticator. */
type Settings = Pick<Authenticator, 'federated' | 'signUpConfig' | 'theme' | 'usernameAttributes'>;

/** What `withAuthenticator` shows around the app, and the properties of the authenticator. */
export interface WithAuthenticatorOptions extends Partial<Settings> {
  /** Whether users who are signed in are greeted above the app, with a button to sign out. Default: false. */
  readonly includeGreetings?: boolean;
  /** What is shown in place of the screens: each decides for itself when. Default: the screens of this package. */
  readonly authenticatorComponents?: readonly (Component | HTMLElement)[];
}

/** All but the component: one by one, or the first of them with all the rest in it. */
export type WithAuthenticatorArguments = readonly [
  includeGreetings?: boolean | WithAuthenticatorOptions,
  authenticatorComponents?: WithAuthenticatorOptions['authenticatorComponents'],
  federated?: Settings['federated'],
  theme?: Settings['theme'],
  signUpConfig?: Settings['signUpConfig'],
];

const optionsOf = ([first, authenticatorComponents, federated, theme, signUpConfig]: WithAuthenticatorArguments) =>
  typeof first === 'object'
    ? first
    : { includeGreetings: first, authenticatorComponents, federated, theme, signUpConfig };

const prepared = (component: Component) => (typeof component === 'string' ? component : classOf(component));

/**
 * An authenticator whose app is a component, as a class to define: `customElements.define('my-app', withAuthenticator(App))`.
 * There is nothing of the app in the page before a user is signed in, nor after they have signed out. The component has the
 * properties `authState`, `authData` and `onStateChange`, which a function is given as props.
 *
 * @throws TypeError for a component that is no class of elements, no tag and no function.
 */
export function withAuthenticator(component: Component, ...given: WithAuthenticatorArguments): typeof Authenticator {
  const { includeGreetings = false, authenticatorComponents = [], signUpConfig = {}, ...settings } = optionsOf(given);
  const app = prepared(component);
  const others = authenticatorComponents.map((other) => (other instanceof HTMLElement ? other : prepared(other)));

  return class extends Authenticator {
    /** What stands in place of the screens, once it does. */
    #others: readonly HTMLElement[] | undefined;
    #app: HTMLElement | undefined;

    constructor() {
      super();
      Object.assign(this, { ...settings, signUpConfig });
      this.hideDefault = others.length > 0;
      if (!includeGreetings) this.hide = ['greetings'];
    }

    protected override willUpdate(changed: PropertyValues<this>): void {
      super.willUpdate(changed);
      if (!this.#others) {
        this.#others = others.map((other) => (other instanceof HTMLElement ? other : elementOf(other)));
        this.append(...this.#others);
      }
      const isSignedIn = this.state?.user !== undefined;
      if (!isSignedIn) this.#app?.remove();
      this.#app = isSignedIn ? (this.#app ?? elementOf(app)) : undefined;
      for (const element of this.#all) give(element, this.#props);
      // What it is given is there when it comes into the page.
      if (this.#app && !this.#app.isConnected) this.append(this.#app);
    }

    get #all(): readonly HTMLElement[] {
      return [...(this.#others ?? []), ...(this.#app ? [this.#app] : [])];
    }

    get #props(): AuthPieceProps {
      return {
        authState: authStateOf(this.state?.screen ?? 'loading'),
        authData: this.authData,
        onStateChange: this.#lead,
      };
    }

    readonly #lead = (state: string, data?: unknown): void => {
      if (this.auth) moveTo(this.auth, state, data);
    };
  };
}
