import { ReactiveElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { AuthState } from '../auth-state.js';
import type { Auth } from '../auth.js';
import { AuthError } from '../cognito/errors.js';
import { moveTo } from './move-to.js';
import { authStateOf, screensOf } from './state-words.js';
import { AuthController } from './controllers/auth-controller.js';
import { EventDispatcher } from './events/event-dispatcher.js';
import { LightContent } from './rendering/light-content.js';

/** What a piece of the guides is given by the authenticator around it. */
export interface AuthPieceProps {
  /** The state in the words of the guides: `signIn`, `confirmSignUp`, `signedIn`. */
  readonly authState: string;
  /** Who is signed in, for display. */
  readonly authData: unknown;
  /** Leads the user to another state. See {@link AuthPiece.changeState}. */
  readonly onStateChange: (state: string, data?: unknown) => void;
}

/**
 * The base class of the guides for what stands in an authenticator and shows itself in certain states alone: extend it,
 * name the states in `_validAuthStates`, and answer what is shown by `showComponent`.
 *
 * Its content is rendered among its children, so that the styles of the page and password managers reach it.
 */
export abstract class AuthPiece extends ReactiveElement {
  readonly #controller = new AuthController(this, { shows: () => undefined });
  #error: string | undefined;

  /** The states in which it is shown, in any spelling. Default: in all of them. */
  protected _validAuthStates: readonly string[] | undefined;
  /** What was typed, by the names of the inputs; see {@link handleInputChange}. Forgotten in other states. */
  protected inputs: Record<string, string | boolean> = {};
  #screen: AuthState['screen'] | undefined;

  constructor() {
    super();
    new LightContent(this, () => (this.#isShown ? this.showComponent(this.theme) : nothing));
  }

  /** What its parts look like, by the names of the guides. Handed to {@link showComponent}. */
  @property({ attribute: false }) theme: unknown;

  /** The `Auth` in use: set here, else that of the nearest provider, else the page's default. */
  @property({ attribute: false })
  get auth(): Auth | undefined {
    return this.#controller.auth;
  }
  set auth(auth: Auth | undefined) {
    this.#controller.own = auth;
  }

  /** What the authenticator gives, as in the guides. */
  get props(): AuthPieceProps {
    return { authState: this.authState, authData: this.authData, onStateChange: this.changeState };
  }

  /** The state in the words of the guides. */
  get authState(): string {
    return authStateOf(this.#state?.screen ?? 'loading');
  }

  /** Who is signed in, for display. */
  get authData(): unknown {
    return this.#state?.user;
  }

  /** Why the last request failed, or what {@link errorMessage} was called with; `null` if nothing is wrong. */
  get error(): string | null {
    const { auth } = this;
    const failure = auth && EventDispatcher.of(auth).shownError(auth.getState());
    return this.#error ?? (failure ? messageOf(failure) : null);
  }

  /** What is shown: a template of Lit, a node, or text. */
  protected abstract showComponent(theme: unknown): unknown;

  /** Says what is wrong, until the state changes. */
  protected errorMessage(problem: unknown): void {
    this.#error = messageOf(problem);
    this.requestUpdate();
  }

  /**
   * Leads the user to `signIn`, `signUp`, `forgotPassword`, `TOTPSetup`, or with a username to `confirmSignUp`, in any
   * spelling. Bound. To other states, only Cognito leads: they are ignored, and so is `signedIn` while no user is signed in.
   */
  readonly changeState = (state: string, data?: unknown): void => {
    if (this.auth) moveTo(this.auth, state, data);
  };

  /** A listener for `input` and `change`: keeps the value of the input, by its name, in `inputs`. Bound. */
  readonly handleInputChange = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const { name, type, value, checked } = target;
    this.inputs[name] = type === 'checkbox' || type === 'radio' ? checked : value;
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.inputs = {};
  }

  /** Among the children, not in a shadow root. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    const screen = this.#state?.screen;
    if (screen === this.#screen) return;
    this.#screen = screen;
    this.#error = undefined;
    // They may be secret.
    if (!this.#isShown) this.inputs = {};
  }

  get #state(): AuthState | undefined {
    return this.auth?.getState();
  }

  get #isShown(): boolean {
    const { screen } = this.#state ?? {};
    const states = this._validAuthStates;
    return screen !== undefined && (!states || states.some((word) => screensOf(word).includes(screen)));
  }
}

/** The words of Cognito, where it has sent some. */
function messageOf(problem: unknown): string {
  const cause = problem instanceof AuthError && problem.cause instanceof Error ? problem.cause : problem;
  return cause instanceof Error ? cause.message : String(cause);
}
