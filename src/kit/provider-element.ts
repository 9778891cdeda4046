import type { PropertyValues, ReactiveElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { AuthState, InitialState } from '../auth-state.js';
import type { Auth } from '../auth.js';
import type { AuthFlow } from '../config/config.js';
import { signInWords } from '../text/en/sign-in.js';
import type { Text } from '../text/text.js';
import { AuthElement } from './auth-element.js';
import { ContextProvider } from './context/context-provider.js';
import { inherit } from './context/settings.js';
import type { AuthSettings } from './context/settings.js';
import { AuthController } from './controllers/auth-controller.js';
import { PoolController } from './controllers/pool-controller.js';
import type { PoolConfig } from './controllers/pool-controller.js';
import { saysSame } from '../cognito/says-same.js';
import { WordsController } from './controllers/words-controller.js';
import type { Shows } from './misuse/subject.js';

/**
 * A part of a page whose elements share one `Auth`: the one it is given, else one for the pool that its attributes name,
 * else that of a provider around it, else the page's default.
 *
 * @fires {AuthScreenChangeEvent} auth-screen-change - Another screen is shown.
 * @fires {AuthSignedInEvent} auth-signed-in - A user is signed in, just now or from an earlier visit.
 * @fires {AuthSignedOutEvent} auth-signed-out - The session is gone, and the request to revoke its tokens is on its way.
 * @fires {AuthCodeSentEvent} auth-code-sent - A code was sent.
 * @fires {AuthErrorEvent} auth-error - A request failed. Cancelable: canceled, it is not shown.
 */
export abstract class ProviderElement extends AuthElement {
  readonly #controller = new AuthController(this, { isProvider: true, shows: () => this.shows });
  readonly #provider = new ContextProvider(this);
  readonly #words = new WordsController(this, signInWords);
  readonly #pool = new PoolController(this, {
    options: async (config) => {
      // The property holds what a script has set. Anything else is what attributes say.
      if (config.userPoolEndpoint && !this.config) (await import('../config/attributes.js')).checkEndpoints(config);
      return this.initialState ? { initialState: this.initialState } : {};
    },
    refused: (problem) => {
      const tell = import('./misuse/tell-refusal.js');
      void tell.then(({ tellRefusal }) => tellRefusal(problem, !this.config)).catch(() => undefined);
    },
    changed: (auth) => (this.#controller.own = auth ?? null),
  });
  #given: Auth | undefined;

  /** The user pool, `us-east-1_Example1`. */
  @property({ attribute: 'user-pool-id' }) userPoolId: string | undefined;
  /** The app client in the pool. It must have no secret. */
  @property({ attribute: 'user-pool-client-id' }) userPoolClientId: string | undefined;
  /**
   * Where the pool is reached, if not at AWS: on this device, or at the page's own origin. Another host is set by the
   * property `config` or by `configure()`, since markup may be injected.
   */
  @property({ attribute: 'user-pool-endpoint' }) userPoolEndpoint: string | undefined;
  /** How users sign in: `USER_SRP_AUTH` (default), `USER_AUTH` or another {@link AuthFlow}. */
  @property({ attribute: 'auth-flow' }) authFlow: AuthFlow | undefined;
  /**
   * The screen that a page without a signed-in user begins with: `sign-in`, `sign-up`, `forgot-password`; or `totp-setup`
   * with one. For the `Auth` that this element builds.
   */
  @property({ attribute: 'initial-state' }) initialState: InitialState | undefined;
  /**
   * Whether a reload in the middle of a sign-in comes back to where it was. It keeps Cognito's Session of the challenge in
   * `sessionStorage`, where every script of the page can read it.
   */
  @property({ type: Boolean }) resume = false;
  /**
   * Whether the method of each sign-in is kept in this browser, and the one used last is marked: the button of a provider,
   * or a factor. What is kept is its name, not who it was. Left out, it is as the `Auth` says: off, by default.
   */
  @property({ attribute: 'remember-method', type: Boolean }) rememberMethod: boolean | undefined;
  /** The whole configuration, instead of attributes. An equal one, as of a component that renders again, changes nothing. */
  @property({ attribute: false, hasChanged: (now, before) => !saysSame(now, before) }) config: PoolConfig | undefined;
  /** Changes to the fields, by screen and name: `{ 'sign-up': { given_name: { added: true, required: true } } }`. */
  @property({ attribute: false }) fields: AuthSettings['fields'];
  /** What is said, instead of the words for the language around the element. */
  @property({ attribute: false }) text: Text | undefined;

  /** The `Auth` of this part of the page. */
  @property({ attribute: false })
  get auth(): Auth | undefined {
    return this.#controller.auth;
  }
  set auth(auth: Auth | undefined) {
    this.#given = auth;
    this.#controller.own = auth;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || POOL.some((name) => changed.has(name))) {
      const config = this.#given ? undefined : this.#config();
      this.#controller.own = this.#given ?? (config && null);
      this.#pool.use(config);
    }
    const { text } = this.#controller.settings;
    this.#words.use(this.text ?? (this.hasAttribute('lang') ? undefined : text));
    this.#share();
  }

  /** The current state. */
  protected get state(): AuthState | undefined {
    return this.#controller.state;
  }

  /** The words in the current language. */
  protected get words(): Text | undefined {
    return this.#words.words;
  }

  /** What announces for the screens right below. Default: each for itself. */
  protected get speaker(): ReactiveElement | undefined {
    return undefined;
  }

  /** Why there is no `Auth`: the configuration was refused. */
  protected get problem(): unknown {
    return this.#pool.problem;
  }

  /** Whether nothing gives this element an `Auth`, as far as is known yet. */
  protected get isAdrift(): boolean {
    return this.#controller.isAdrift;
  }

  /** The screens that this element shows by itself, if it shows any. */
  protected get shows(): Shows {
    return undefined;
  }

  #config(): PoolConfig | undefined {
    const { userPoolId, userPoolClientId, userPoolEndpoint, authFlow, resume } = this;
    // An attribute that is removed is null. One that is empty was meant to say something.
    if (this.config || (userPoolId ?? userPoolClientId ?? null) === null) return this.config;
    return {
      userPoolId: userPoolId ?? '',
      userPoolClientId: userPoolClientId ?? '',
      ...(userPoolEndpoint && { userPoolEndpoint }),
      ...(authFlow && { authFlow }),
      ...(resume && { resume }),
    };
  }

  /** Screens get their `Auth` once the language is loaded. */
  #share(): void {
    const { auth, fields, speaker, rememberMethod, words: text } = this;
    if (auth && rememberMethod !== undefined) auth.rememberMethod = rememberMethod;
    const own = { ...this.own, fields, speaker, text };
    this.#provider.value = { ...inherit(this.#controller.settings, own), auth: text && auth };
  }
}

/** What an `Auth` is built from. */
const POOL = ['auth', 'config', 'userPoolId', 'userPoolClientId', 'userPoolEndpoint', 'authFlow', 'resume'] as const;
