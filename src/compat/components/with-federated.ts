import type { AuthPieceProps } from '../../kit/auth-piece.js';
import { Auth } from '../auth-class.js';
import { classOf } from './component.js';
import type { ElementClass, Render } from './component.js';
import { addFederated, auth0Name } from './federated.js';
import type { Federated } from './federated.js';
import { prepareFor, signInAt } from './sign-in-at.js';

/** Signs in. Resolves when it is known what came of it, which forms show. For the pages of the user pool, the page is left. */
type SignIn = () => Promise<void>;
/** Signs out, at the provider too where it can. */
type SignOut = () => Promise<void>;

/** What `withGoogle` adds. */
export interface GoogleProps {
  readonly googleSignIn: SignIn;
  readonly googleSignOut: SignOut;
}

/** What `withFacebook` adds. */
export interface FacebookProps {
  readonly facebookSignIn: SignIn;
  readonly facebookSignOut: SignOut;
}

/** What `withAmazon` adds. */
export interface AmazonProps {
  readonly amazonSignIn: SignIn;
  readonly amazonSignOut: SignOut;
}

/** What `withAuth0` adds. */
export interface Auth0Props {
  readonly auth0SignIn: SignIn;
  readonly auth0SignOut: SignOut;
}

/** What `withOAuth` adds. */
export interface OAuthProps {
  /** Leaves for the sign-in pages of the user pool, or for a provider behind them: `Google`, `Facebook` … */
  readonly OAuthSignIn: (event?: unknown, provider?: string) => Promise<void>;
}

/** What all of them add besides: properties of the element. */
export interface FederatedElement extends HTMLElement {
  /** The apps at the providers. Added to the configuration of `Auth`. */
  federated: Federated | undefined;
  /** Called with `signedIn` and the user object when a sign-in that began here has succeeded. */
  onStateChange: ((state: string, data?: unknown) => void) | undefined;
}

/** Signs in at a provider, and tells of it. */
type Begin = (provider: string) => Promise<void>;

/** One of these functions: what it adds, and for which providers. */
interface Way<Props> {
  readonly providers: () => readonly string[];
  readonly props: (begin: Begin) => Props;
}

/** A component with more props: a class of elements, or a function of them. */
type Federating<Props> = {
  /** A class of elements that show what the function answers. */
  (component: Render<AuthPieceProps & Props>): new () => FederatedElement & Props;
  /** The same class, with these methods. A class that has `props` has them there, too. */
  <Class extends ElementClass>(component: Class): Class & (new () => FederatedElement & Props);
};

const signOut: SignOut = () => Auth.signOut();

const google: Way<GoogleProps> = {
  providers: () => ['google'],
  props: (begin) => ({ googleSignIn: () => begin('google'), googleSignOut: signOut }),
};
const facebook: Way<FacebookProps> = {
  providers: () => ['facebook'],
  props: (begin) => ({ facebookSignIn: () => begin('facebook'), facebookSignOut: signOut }),
};
const amazon: Way<AmazonProps> = {
  providers: () => ['amazon'],
  props: (begin) => ({ amazonSignIn: () => begin('amazon'), amazonSignOut: signOut }),
};
const federated: Way<GoogleProps & FacebookProps & AmazonProps> = {
  providers: () => [google, facebook, amazon].flatMap(({ providers }) => providers()),
  props: (begin) => ({ ...google.props(begin), ...facebook.props(begin), ...amazon.props(begin) }),
};

const auth0: Way<Auth0Props> = {
  providers: () => ('auth0' in Auth.configure() ? [auth0Name()] : []),
  props: (begin) => ({ auth0SignIn: async () => begin(auth0Name()), auth0SignOut: signOut }),
};
const hosted: Way<OAuthProps> = {
  providers: () => [],
  props: (begin) => ({
    OAuthSignIn: (_event, provider = 'COGNITO') => begin(provider === 'COGNITO' ? '' : provider),
  }),
};

function withWay<Props extends object>({ providers, props }: Way<Props>): Federating<Props> {
  const mix = (component: ElementClass | Render): ElementClass => {
    const Base = classOf(component);
    return class extends Base implements FederatedElement {
      #federated: Federated | undefined;
      onStateChange: FederatedElement['onStateChange'];
      readonly #added: Props;

      constructor() {
        super();
        this.#added = props(async (provider) => {
          const user = await signInAt(provider);
          if (user) this.onStateChange?.('signedIn', user);
        });
        Object.assign(this, this.#added);
        // What opens a window has to be there when it is pressed.
        for (const type of ['pointerover', 'focusin']) {
          this.addEventListener(type, () => providers().forEach(prepareFor));
        }
      }

      get props(): object {
        // Pieces have some already.
        return { ...(Reflect.get(Base.prototype, 'props', this) as object | undefined), ...this.#added };
      }

      get federated(): Federated | undefined {
        return this.#federated;
      }
      set federated(federated) {
        this.#federated = federated;
        if (federated) addFederated(federated);
      }
    };
  };
  // An overload for each kind of component: no implementation has that type by itself.
  return mix as Federating<Props>;
}

/**
 * Gives a component `googleSignIn`, `facebookSignIn` and `amazonSignIn`, and `…SignOut` beside each: a function as props, a
 * class as methods.
 */
export const withFederated = /* @__PURE__ */ withWay(federated);
/** Gives a component `googleSignIn` and `googleSignOut`. See {@link withFederated}. */
export const withGoogle = /* @__PURE__ */ withWay(google);
/** Gives a component `facebookSignIn` and `facebookSignOut`. See {@link withFederated}. */
export const withFacebook = /* @__PURE__ */ withWay(facebook);
/** Gives a component `amazonSignIn` and `amazonSignOut`. See {@link withFederated}. */
export const withAmazon = /* @__PURE__ */ withWay(amazon);
/** Gives a component `auth0SignIn` and `auth0SignOut`, for `auth0` of the configuration. See {@link withFederated}. */
export const withAuth0 = /* @__PURE__ */ withWay(auth0);
/** Gives a component `OAuthSignIn`, which leaves for the sign-in pages of the user pool. See {@link withFederated}. */
export const withOAuth = /* @__PURE__ */ withWay(hosted);
