import { html, nothing } from 'lit';

/** What the user can choose by a button. */
export interface ChoiceButton<Choice extends string> {
  readonly choice: Choice;
  readonly label: string;
  /** What stands out about it. */
  readonly badge?: unknown;
}

/** How the buttons look at this moment. */
interface ChoiceButtonsView<Choice extends string> {
  /** An answer is awaited. */
  readonly busy: boolean;
  /** What was chosen last. */
  readonly chosen: Choice | undefined;
  readonly choose: (choice: Choice) => void;
}

/**
 * One button for each choice; a single one looks like the button that submits a form. Never
 * disabled: that would take the focus away.
 */
export const choiceButtons = <Choice extends string>(
  buttons: readonly ChoiceButton<Choice>[],
  { busy, chosen, choose }: ChoiceButtonsView<Choice>,
  look = buttons.length > 1 ? 'button' : 'submit',
): unknown =>
  html`<ul data-auth="methods" role="list">
    ${buttons.map(
      (button) =>
        html`<li data-auth>
          <button
            data-auth="${look} method"
            type="button"
            aria-disabled=${busy ? 'true' : 'false'}
            @click=${() => choose(button.choice)}
          >
            ${busy && button.choice === chosen ? html`<span data-auth="spinner"></span>` : nothing}${button.label}
            ${button.badge ?? nothing}
          </button>
        </li>`,
    )}
  </ul>`;
