import type { LitElement } from 'lit';
import type { LightContent } from '../rendering/light-content.js';
import { firstEmpty, isFocusFree, retype } from './focus.js';

/** Leads a user to a form that has come, and to what is wrong with it; never away from something else on the page. */
export class FormFocus {
  readonly #host: LitElement;
  readonly #light: LightContent;
  readonly #say: (sentence: string) => void;

  constructor(host: LitElement, light: LightContent, say: (sentence: string) => void) {
    this.#host = host;
    this.#light = light;
    this.#say = say;
  }

  /**
   * The form has come: says so, and puts the cursor where the user goes on.
   *
   * @param readsFirst The form begins with something to read.
   */
  arrive(sentence: string, readsFirst: boolean): void {
    // Focus goes past what stands below the heading, unless that is what the form begins with.
    const passed = !readsFirst && this.#inFrame('description')?.textContent.trim();
    this.#say(passed ? `${sentence}: ${passed}` : sentence);
    if (!isFocusFree(this.#host)) return;
    const first = readsFirst ? undefined : firstEmpty(this.#light);
    (first ?? this.#inFrame('heading') ?? this.#host).focus();
  }

  /** Something is wrong: goes to the input that it is about, else to the words. */
  toProblem(input: HTMLInputElement | undefined): void {
    if (!isFocusFree(this.#host)) return;
    if (!retype(input)) this.#light.inForm('[data-auth=alert]')[0]?.focus();
  }

  #inFrame(part: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(`[part=${part}]`);
  }
}
