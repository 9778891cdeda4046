import type { Text } from '../text/text.js';
import type { Field } from './fields.js';
import type { FormScreen, ScreenHost } from './form-screen.js';
import type { FormState } from './form-state.js';

/** The state of a form, loaded when somebody begins to use it: what reads and checks is not needed for the first look. */
export class FormLoader {
  readonly #host: ScreenHost;
  readonly #screen: FormScreen;
  #state: FormState | undefined;
  #isOffline = false;

  constructor(host: ScreenHost, screen: FormScreen) {
    this.#host = host;
    this.#screen = screen;
    const types = ['pointerdown', 'keydown', 'input'];
    const beginOnce = () => {
      for (const type of types) host.removeEventListener(type, beginOnce);
      screen.begin();
    };
    for (const type of types) host.addEventListener(type, beginOnce);
  }

  /** Does something with the state as soon as it is here, and shows it. */
  async use(work: (state: FormState) => void): Promise<void> {
    const module = await import('./form-state.js').catch(() => undefined);
    this.#isOffline = !module;
    if (module) {
      this.#state ??= new module.FormState(this.#host, this.#screen);
      this.#screen.light.style(this.#state.styles);
      work(this.#state);
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  /** Whether an answer is awaited. */
  set busy(busy: boolean) {
    if (this.#state) this.#state.patience.busy = busy;
  }

  /** What else can be done with the form. */
  renderMore(): unknown {
    return this.#state?.renderMore();
  }

  /** What is wrong with a field, or with the whole form. */
  problem(words: Text, name?: string): string | undefined {
    if (this.#isOffline) return name === undefined ? words.t('error.offline') : undefined;
    return this.#state?.problem(words, name);
  }

  /** The first field with a problem. */
  firstFlawed(fields: readonly Field[]): string | undefined {
    return this.#state?.firstFlawed(fields);
  }

  isShown(name: string): boolean {
    return this.#state?.isShown(name) ?? false;
  }

  edited(name: string): void {
    this.#state?.edited(name);
  }

  clear(): void {
    this.#state?.clear();
  }
}
