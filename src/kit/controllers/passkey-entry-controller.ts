import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Auth } from '../../auth.js';
import type { Step } from '../../client/step.js';
import { AuthError } from '../../cognito/errors.js';
import { passkeyEntryWords } from '../../text/en/passkey-entry.js';
import type { ScreenContext } from '../context/screen-context.js';
import { submissionOf } from '../form/submission.js';
import { badge } from '../rendering/badge.js';
import { CancellationController } from './cancellation-controller.js';
import { LastMethodController } from './last-method-controller.js';

/** The element of the sign-in form. */
type FormHost = ReactiveControllerHost & HTMLElement & { readonly auth: Auth | undefined };

/**
 * How a passkey replaces the sign-in form: a button, and the suggestions of the browser for the field of
 * the user name (`mediation: 'conditional'`), where a user signed in by a passkey before. A page that
 * has `passkey` among the words of `hide` has neither. Loaded after the form, and only where the flow is `USER_AUTH`.
 */
export class PasskeyEntryController implements ReactiveController {
  readonly #host: FormHost;
  readonly #screen: ScreenContext;
  readonly #cancellation: CancellationController;
  readonly #last: LastMethodController;
  #chosen = false;
  /** Ends the offer, or the sign-in that came of it. */
  #stop: AbortController | undefined;
  #isTaken = false;

  constructor(host: FormHost, screen: ScreenContext) {
    this.#host = host;
    this.#screen = screen;
    this.#cancellation = new CancellationController(host, screen);
    this.#last = new LastMethodController(host, () => (screen.state() ? host.auth : undefined));
    host.addController(this);
    // Before the form is sent, and shows that it is busy.
    const choose = ({ submitter }: SubmitEvent) => {
      this.#chosen = submitter instanceof HTMLButtonElement && submitter.value === 'passkey';
    };
    host.addEventListener('submit', choose, { capture: true });
    host.requestUpdate();
  }

  /** The button, and what came of it. */
  render(): unknown {
    if (!this.#isOffered) return nothing;
    const words = this.#screen.text().over(passkeyEntryWords);
    const busy = this.#isBusy;
    return html`<button
        data-auth="button method"
        type="submit"
        form=${this.#screen.formId}
        name="preferred"
        value="passkey"
        aria-disabled=${busy ? 'true' : 'false'}
      >
        ${busy && this.#chosen ? html`<span data-auth="spinner"></span>` : nothing}${words.t('sign-in.passkey')}
        ${this.#last.wasFactor('passkey') ? badge(words) : nothing}
      </button>
      ${this.#cancellation.render()}`;
  }

  hostUpdated(): void {
    const isHere = this.#screen.state() !== undefined && this.#isOffered;
    const busy = this.#isBusy;
    if (!isHere || busy !== this.#isTaken) this.#end();
    if (isHere && !busy && !this.#stop) void this.#offer();
    // The last of the tokens: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill-detail-tokens
    if (isHere) this.#screen.input('username')?.setAttribute('autocomplete', 'username webauthn');
  }

  hostDisconnected(): void {
    // A sign-in that has begun goes on, even when the page moves the form.
    if (!this.#isTaken) this.#end();
  }

  get #isOffered(): boolean {
    return !this.#screen.settings().hide?.includes('passkey');
  }

  get #isBusy(): boolean {
    const { auth } = this.#host;
    return auth?.getState().isBusy ?? false;
  }

  #end(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#isTaken = false;
  }

  /** One offer at a time, as long as the form is shown. */
  async #offer(): Promise<void> {
    const { auth } = this.#host;
    const { signal } = (this.#stop = new AbortController());
    while (!signal.aborted) {
      try {
        const step = await auth?.client.offerPasskey(undefined, signal);
        if (auth && step) this.#take(auth, step, signal);
        return;
      } catch (error) {
        // There is no passkey to offer. Only an offer that expired is made again.
        if (AuthError.from(error).code !== 'challenge-expired') return;
        await visible(signal);
      }
    }
  }

  /** Goes on as if the form had been submitted. */
  #take(auth: Auth, step: Step, signal: AbortSignal): void {
    if (step.name !== 'selectFactor') return;
    const { ticket } = step;
    const { username } = ticket;
    const values = { username, preferred: 'passkey' };
    const { isWanted, refusals, options } = submissionOf(this.#host, 'sign-in', values);
    this.#screen.refuse(refusals);
    if (!isWanted) return;
    const { clientMetadata = {} } = options;
    const response = options.response ?? auth.client.answer({ ticket, choice: 'passkey', clientMetadata }, signal);
    this.#isTaken = this.#chosen = true;
    auth.send({ type: 'signIn.submit', username, response });
  }
}

/** Resolves when the page is visible; at once where it is. */
function visible(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState !== 'visible' && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look);
    look();
  });
}

/** What passkeys add to a screen: nothing, where the browser does not know them. */
export const createPasskeyEntry = (host: FormHost, screen: ScreenContext): PasskeyEntryController | undefined =>
  'PublicKeyCredential' in globalThis ? new PasskeyEntryController(host, screen) : undefined;
