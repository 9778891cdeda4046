import { property } from 'lit/decorators.js';
import type { AuthState } from '../auth-state.js';
import type { Auth } from '../auth.js';
import type { AuthError } from '../cognito/errors.js';
import type { AuthEvent } from '../machine/types.js';
import { signInWords } from '../text/en/sign-in.js';
import type { Text, Vocabulary } from '../text/text.js';
import { AuthElement } from './auth-element.js';
import { inherit } from './context/settings.js';
import type { AuthSettings, Hideable } from './context/settings.js';
import { AuthController } from './controllers/auth-controller.js';
import { WordsController } from './controllers/words-controller.js';
import type { Shows } from './misuse/subject.js';
import { errorSentence } from './form/error-sentence.js';
import type { explainError, Failure } from './form/explain-error.js';
import type { Refusal } from './form/form-problems.js';
import { announce } from './rendering/announce.js';
import type { Urgency } from './rendering/live-announcer.js';

/** What is said of a failure where what says more cannot be loaded. */
const explainBriefly = ({ error }: Failure): Refusal => ({ message: (text) => errorSentence(error.code, text) });

/** An element that uses an `Auth`: shows its state, in the words of the page, and tells it what the user does. */
export abstract class AuthConsumer extends AuthElement {
  /** What the element says where the vocabulary of the page lacks a sentence. */
  protected static readonly english: Vocabulary = signInWords;

  readonly #controller = new AuthController(this, { shows: () => this.shows });
  // The constructor of an element is its class.
  readonly #words = new WordsController(this, (this.constructor as typeof AuthConsumer).english);
  #explain: typeof explainError | undefined;
  #asksForReasons = false;

  /** The `Auth` in use: set here, else that of the nearest provider, else the page's default. */
  @property({ attribute: false })
  get auth(): Auth | undefined {
    return this.#controller.auth;
  }
  set auth(auth: Auth | undefined) {
    this.#controller.own = auth;
  }

  /** The current state. */
  protected get state(): AuthState | undefined {
    return this.#controller.state;
  }

  /** What was set here, for the rest by the nearest provider, and for the rest by the configuration. */
  protected get settings(): AuthSettings {
    return inherit(this.auth?.pool ?? {}, inherit(this.#controller.settings, this.own));
  }

  /** The screen of the flow that this element shows, if it shows one. */
  protected get shows(): Shows {
    return undefined;
  }

  /** Whether there is an `Auth` and words to show it in: asked at the beginning of each update. */
  protected get isReady(): boolean {
    return this.auth !== undefined && this.#words.use(this.settings.text) !== undefined;
  }

  /** The words in the current language. */
  protected get words(): Text {
    const { words } = this.#words;
    if (!words) throw new Error('An element speaks only when it is ready.');
    return words;
  }

  /** An error, once it can be said in words: the element is updated then. */
  protected sayable(error: AuthError | undefined): AuthError | undefined {
    if (!error) return undefined;
    if (!this.#asksForReasons) void this.#loadReasons();
    return this.#words.canSay(`error.${error.code}`) && this.#explain ? error : undefined;
  }

  /** What is said of a failed request, once its error is `sayable`. */
  protected readonly explain = (failure: Failure): Refusal =>
    (this.#explain ?? explainBriefly)(failure, this.settings.errorMessage);

  async #loadReasons(): Promise<void> {
    this.#asksForReasons = true;
    const module = await import('./form/explain-error.js').catch(() => undefined);
    this.#explain = module?.explainError ?? explainBriefly;
    this.requestUpdate();
  }

  /** Whether the page wants something offered. Without a user pool, there is no form for a password. */
  protected offers(feature: Hideable): boolean {
    const isPossible = feature !== 'password' || !this.auth?.pool.isWithoutForm;
    return isPossible && !this.settings.hide?.includes(feature);
  }

  /** Tells the chart what happened. */
  protected send(event: AuthEvent): void {
    this.auth?.send(event);
  }

  /** Announces a sentence to screen readers. */
  protected say(sentence: string, as?: Urgency): void {
    const { speaker } = this.settings;
    // Where it is not right around this one, there may be a modal dialog in between: what is outside of that is not heard.
    announce(speaker && speaker === this.parentElement ? speaker : this, sentence, this.words, as);
  }
}
