import type { Auth } from '../auth.js';
import type { AuthState, ScreenName } from '../auth-state.js';
import { moveTo } from '../kit/move-to.js';
import { authStateOf } from '../kit/state-words.js';
import { onApproach } from '../kit/events/on-approach.js';
import { onFirstUse } from '../kit/events/on-first-use.js';
import { StatesSheet } from '../kit/rendering/states-sheet.js';
import { TemplateStamp } from '../kit/rendering/template-stamp.js';
import type { AuthEvent } from '../machine/types.js';
import { obstacleStyles } from '../styles/obstacles.styles.js';
import { nextScreens } from './next-screens.js';

/** The authenticator. */
interface Host extends HTMLElement {
  requestUpdate(): void;
  readonly auth: Auth | undefined;
  /** The user, as the page is told of. */
  readonly authData: unknown;
  /** Told of each state. */
  readonly onStateChange: ((state: string, data: unknown) => void) | undefined;
}

/** What an authenticator lends to its presence. */
interface Port {
  /** Loads a screen that may be next. */
  readonly expect: (screen: ScreenName) => void;
  /** Greets a user who has just signed in, where no screen of ours does. */
  readonly greet: (state: AuthState) => void;
  /** Whether the page wants nothing shown for a screen, by `hide`, and has nothing of its own to show. */
  readonly omits: (screen: ScreenName) => boolean;
}

/** What a user would press on a question that need not be answered. */
const SKIPS: Readonly<Partial<Record<ScreenName, AuthEvent>>> = {
  'verify-contact': { type: 'verifyContact.submit', choice: 'skip' },
  'remember-device': { type: 'rememberDevice.submit', choice: 'skip' },
  'passkey-prompt': { type: 'passkeyPrompt.submit', choice: 'skip' },
};

const isScreen = (name: string): name is ScreenName => Object.hasOwn(nextScreens, name);

/**
 * What an authenticator does besides showing a screen: the app in a template, the children of certain states, what the
 * page wants to be told and where it leads. Loaded once the first screen is drawn, or when it is needed.
 */
export class Presence {
  readonly #host: Host;
  readonly #port: Port;
  readonly #app: TemplateStamp;
  readonly #sheet: StatesSheet | undefined;
  #screen: ScreenName;
  #element: HTMLElement | undefined;
  #told: string | undefined;
  /** Where the page wants to begin. */
  #wanted: string | undefined;

  /** @param began The screen that the host has begun with: a user may be quicker than what loads this. */
  constructor(host: Host, began: ScreenName, port: Port) {
    this.#host = host;
    this.#screen = began;
    this.#port = port;
    this.#app = new TemplateStamp(host);
    this.#sheet = host.shadowRoot ? new StatesSheet(host.shadowRoot) : undefined;
    if (obstacleStyles.styleSheet) host.shadowRoot?.adoptedStyleSheets.push(obstacleStyles.styleSheet);
    host.shadowRoot?.addEventListener('slotchange', ({ target }) => this.#take(target));
    new MutationObserver(() => this.#place()).observe(host, { subtree: true, attributeFilter: ['auth-states'] });
    this.#place();
    onApproach(host, (goal) => {
      if (isScreen(goal)) port.expect(goal);
    });
  }

  /** The state in the words of the guides. */
  get authState(): string {
    return authStateOf(this.#screen);
  }

  /** Leads the user to a state, as soon as it is known who is signed in. */
  lead(word: string): void {
    const { auth } = this.#host;
    const isKnown = auth && this.#screen !== 'loading';
    this.#wanted = isKnown ? undefined : word;
    if (isKnown) moveTo(auth, word);
  }

  /** Called after each update. `element`: what shows the screen, if that is one of ours. */
  follow(state: AuthState, element: HTMLElement | undefined): void {
    const { screen, user } = state;
    if (screen === 'signed-in' && !['signed-in', 'loading'].includes(this.#screen) && !element) this.#port.greet(state);
    this.#screen = screen;
    this.#app.present = user !== undefined;
    this.#sheet?.show(screen);
    if (element && element !== this.#element) {
      onFirstUse(element, () => nextScreens[screen].forEach((next) => this.#port.expect(next)));
    }
    this.#element = element;
    // Afterwards: each of these may well change the element.
    queueMicrotask(() => {
      if (this.#wanted !== undefined) this.lead(this.#wanted);
      this.#skip();
      this.#tell();
    });
  }

  /** The children have changed. */
  #take(slot: EventTarget | null): void {
    this.#place();
    // There may be more of the app, or none, which decides how the greetings look.
    if (slot instanceof HTMLSlotElement && !slot.name) this.#host.requestUpdate();
  }

  /** A slot of their own: the slot of the app is closed until a user is signed in. */
  #place(): void {
    for (const child of this.#host.children) {
      if (child.hasAttribute('auth-states') && !child.slot) child.slot = 'states';
    }
  }

  #skip(): void {
    const event = SKIPS[this.#screen];
    const { auth } = this.#host;
    if (event && auth && !auth.getState().isBusy && this.#port.omits(this.#screen)) auth.send(event);
  }

  #tell(): void {
    const word = this.authState;
    if (word === this.#told) return;
    this.#told = word;
    this.#host.onStateChange?.(word, this.#host.authData);
  }
}
