import { css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Step } from '../client/step.js';
import { Secret } from '../cognito/secret.js';
import { AuthScreen } from '../kit/auth-screen.js';
import { ExpiryController } from '../kit/controllers/expiry-controller.js';
import { AuthChallengeEvent } from '../kit/events/challenge-event.js';
import { fields } from '../kit/form/fields.js';
import type { Field } from '../kit/form/fields.js';
import { firstEmpty, takeFocus } from '../kit/form/focus.js';
import type { FormValues } from '../kit/form/form-values.js';
import type { SubmitOptions } from '../kit/form/submission.js';
import { usernameRow } from '../kit/form/username-row.js';
import { usernameRowStyles } from '../styles/username-row.styles.js';
import { en } from '../text/en.js';

type Parameters = Readonly<Record<string, string>>;

/** Longer questions would freeze the page. Characters. */
const LONGEST = 2_000;

const isSame = (one: Parameters, other: Parameters): boolean => {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
};

/**
 * Puts the question of a Lambda function (CUSTOM_CHALLENGE), as often as it asks. Without help, it shows the public
 * parameter `question` and takes an answer. What stands in the slot `challenge` can do better, by what `auth-challenge`
 * tells and by `answer()`: a CAPTCHA, say, with `.fields = { answer: { hidden: true } }`.
 *
 * @slot challenge - Replaces the question.
 * @fires {AuthChallengeEvent} auth-challenge - A question has come, with its public parameters.
 */
export class AuthCustomChallenge extends AuthScreen {
  static override styles = [
    ...super.styles,
    css`
      /* Where a function says nothing and the page neither, there is nothing to keep away from. */
      [part='description']:has(> slot:empty) {
        display: contents;
      }
    `,
  ];
  static override readonly contentStyles = [usernameRowStyles];
  static override readonly english = en;

  protected readonly screen = 'custom-challenge';
  protected readonly heading = 'custom-challenge.heading';
  protected override readonly action = 'custom-challenge.submit';

  readonly #expiry = new ExpiryController(this, this.context);

  #told: Step | undefined;
  /** Word for word as before. Whether the answer was wrong, or the function asks several times, only that knows. */
  #isSameAgain = false;

  /** What the function says about its question, by its own names. */
  get parameters(): Parameters {
    const step = this.state?.step;
    return step?.name === 'customChallenge' ? step.parameters : {};
  }

  /** Sends an answer that was not typed into the form. */
  answer(answer: string | Secret): void {
    this.send({ type: 'customChallenge.submit', answer: typeof answer === 'string' ? new Secret(answer) : answer });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const step = this.context.state()?.step;
    const told = this.#told;
    if (step === told) return;
    const isFurther = step?.name === 'customChallenge' && told?.name === 'customChallenge';
    this.#isSameAgain = isFurther && isSame(step.parameters, told.parameters);
  }

  protected override ownFields(): readonly Field[] {
    return [fields.answer];
  }

  protected override submit(values: FormValues, options: SubmitOptions): void {
    this.send({ type: 'customChallenge.submit', answer: values.secret('answer'), ...options });
  }

  protected override description(): unknown {
    return html`<slot name="challenge">${this.#question}</slot>`;
  }

  protected override renderForm(): unknown {
    const again = html`<p data-auth="status">${this.words.t('custom-challenge.again')}</p>`;
    return html`${usernameRow(this.context)} ${this.#expiry.render()} ${this.#isSameAgain ? again : nothing}
    ${super.renderForm()}`;
  }

  /** Where the answer is not typed, there is nothing to submit either. */
  protected override renderActions(): unknown {
    return this.changes?.['answer']?.hidden ? nothing : super.renderActions();
  }

  protected override updated(): void {
    super.updated();
    const step = this.context.state()?.step;
    const told = this.#told;
    this.#told = step;
    if (step?.name !== 'customChallenge' || step === told) return;
    if (told) this.#askAgain();
    this.dispatchEvent(new AuthChallengeEvent(step.parameters));
  }

  get #question(): string | undefined {
    const { parameters } = this;
    return Object.hasOwn(parameters, 'question') ? parameters['question']?.slice(0, LONGEST) : undefined;
  }

  /** Puts a further question, on the screen that is there already. */
  #askAgain(): void {
    this.light.reset();
    const question = this.#question ?? this.headline();
    this.say(this.#isSameAgain ? `${this.words.t('custom-challenge.again')} ${question}` : question);
    takeFocus(this, firstEmpty(this.light));
  }
}
