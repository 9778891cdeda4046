import type { ReactiveControllerHost } from 'lit';
import type { Text, Vocabulary } from '../text/text.js';
import type { Field } from './fields.js';
import type { FormState } from './form-state.js';
import type { LightContent } from './light-content.js';

/** The state of a form, loaded when somebody begins to use it: what reads and checks is not needed for the first look. */
export class FormLoader {
  readonly #host: ReactiveControllerHost;
  readonly #light: LightContent;
  #state: FormState | undefined;
  #isOffline = false;

  /** `begin`: called once, when somebody begins to use the form. */
  constructor(host: ReactiveControllerHost & HTMLElement, light: LightContent, begin: () => void) {
    this.#host = host;
    this.#light = light;
    const types = ['pointerdown', 'keydown', 'input'];
    const beginOnce = () => {
      for (const type of types) host.removeEventListener(type, beginOnce);
      begin();
    };
    for (const type of types) host.addEventListener(type, beginOnce);
  }

  /** The rest of the English words, once they are here. */
  get english(): Vocabulary | undefined {
    return this.#state?.english;
  }

  /** Does something with the state as soon as it is here, and shows it. */
  async use(work: (state: FormState) => void): Promise<void> {
    const module = await import('./form-state.js').catch(() => undefined);
    this.#isOffline = !module;
    if (module) {
      this.#state ??= new module.FormState();
      this.#light.style(this.#state.styles);
      work(this.#state);
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
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
