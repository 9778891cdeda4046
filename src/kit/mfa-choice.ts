import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Auth } from '../auth.js';
import type { MfaPreference } from '../client/account-client.js';
import type { MfaType } from '../client/step.js';
import { AuthError } from '../cognito/errors.js';
import { AuthErrorEvent } from './events.js';

/** A second factor to be asked for, or none. */
export type MfaChoiceValue = MfaType | 'none';

const TYPES: readonly MfaType[] = ['totp', 'sms', 'email'];

/** The factor that sign-in asks for; undefined when it asks which. */
export function chosenIn(preference: MfaPreference): MfaChoiceValue | undefined {
  const enabled = TYPES.filter((type) => preference[type] !== 'disabled');
  return (
    TYPES.find((type) => preference[type] === 'preferred') ?? (enabled.length > 1 ? undefined : (enabled[0] ?? 'none'))
  );
}

/** What has to change for a choice: one factor is preferred, and the others stay on; or all are turned off. */
function changesFor(choice: MfaChoiceValue, preference: MfaPreference): Partial<MfaPreference> {
  if (choice !== 'none') return { [choice]: 'preferred' };
  const enabled = Object.entries(preference).filter(([, state]) => state !== 'disabled');
  return Object.fromEntries(enabled.map(([type]) => [type, 'disabled']));
}

/** The preference once that has changed: one factor at most is preferred. */
const changed = (before: MfaPreference, changes: Partial<MfaPreference>): MfaPreference => ({
  ...before,
  ...Object.fromEntries(TYPES.filter((type) => before[type] === 'preferred').map((type) => [type, 'enabled'])),
  ...changes,
});

/** The second factor of somebody who is signed in: which one it is, and which one it shall be. */
export class MfaChoice implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #setUpTotp: () => void;
  #abort = new AbortController();
  #preference: MfaPreference | undefined;
  #isBusy = false;
  /** What the person has chosen. */
  value: MfaChoiceValue | undefined;
  /** Why the last request failed. */
  error: AuthError | undefined;
  /** The choice was saved, and nothing has changed since. */
  isSaved = false;

  /** `setUpTotp`: an authenticator app was chosen, and there is none yet. */
  constructor(host: ReactiveControllerHost & HTMLElement, { setUpTotp }: { readonly setUpTotp: () => void }) {
    this.#host = host;
    this.#setUpTotp = setUpTotp;
    host.addController(this);
  }

  /** An answer is awaited. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** There is something to choose from. */
  get isLoaded(): boolean {
    return this.#preference !== undefined;
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Nothing is known any more, and nothing awaited. */
  forget(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#isBusy = this.isSaved = false;
    this.#preference = this.value = this.error = undefined;
  }

  /** Goes back to what is preferred now. `error`: why the person could not get what they chose. */
  reset(error: AuthError | undefined): void {
    this.value = this.#preference && chosenIn(this.#preference);
    this.error = error;
  }

  /** Asks Cognito what is preferred now. */
  async load(auth: Auth): Promise<void> {
    this.forget();
    await this.#ask(async (signal) => {
      const account = await auth.client.account();
      this.#preference = await account.mfaPreference({ signal });
      this.value = chosenIn(this.#preference);
    });
  }

  /** The person wants another factor. */
  choose(value: MfaChoiceValue): void {
    this.value = value;
    this.isSaved = false;
    this.#host.requestUpdate();
  }

  /**
   * Lets sign-in ask for a factor from now on.
   *
   * @param response What the page answers instead of Cognito.
   */
  async save(auth: Auth, choice: MfaChoiceValue, response?: Promise<unknown>): Promise<void> {
    const preference = this.#preference;
    if (!preference || this.#isBusy) return;
    await this.#ask(async (signal) => {
      const changes = changesFor(choice, preference);
      const tell = async () => (await auth.client.account()).setMfaPreference({ ...changes, signal });
      try {
        await (response ?? tell());
      } catch (error) {
        if (choice !== 'totp' || AuthError.from(error).code !== 'mfa-not-set-up') throw error;
        this.#setUpTotp();
        return;
      }
      this.#preference = changed(preference, changes);
      this.isSaved = true;
    });
  }

  async #ask(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#abort;
    this.#isBusy = true;
    this.isSaved = false;
    this.error = undefined;
    this.#host.requestUpdate();
    const failure = await work(signal).then(
      () => undefined,
      (cause: unknown) => AuthError.from(cause),
    );
    if (signal.aborted) return;
    this.#isBusy = false;
    // Shown, unless the page says no.
    if (failure && this.#host.dispatchEvent(new AuthErrorEvent(failure, 'select-mfa-type'))) this.error = failure;
    this.#host.requestUpdate();
  }
}
