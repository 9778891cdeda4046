import { html } from 'lit';

/** One of several choices in a form. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** One radio button for each choice, one of which is checked. Submitted with the form, as `choice`. */
export const radioGroup = <Value extends string>(
  choices: readonly Choice<Value>[],
  {
    label,
    chosen,
    choose,
  }: {
    /** What all of them are about. */
    readonly label: string;
    readonly chosen: Value | undefined;
    readonly choose: (value: Value) => void;
  },
): unknown =>
  html`<div data-auth="choices" role="radiogroup" aria-label=${label}>
    ${choices.map(
      ({ value, label }) =>
        html`<label data-auth="choice">
          <input
            data-auth="radio"
            type="radio"
            name="choice"
            value=${value}
            autocomplete="off"
            .checked=${value === chosen}
            @change=${() => choose(value)}
          />
          ${label}
        </label>`,
    )}
  </div>`;
