import { html } from 'lit';

/** What a person can choose by a button. */
export interface Method<Choice extends string> {
  readonly choice: Choice;
  readonly label: string;
}

/** One button for each of several ways. Never disabled: that would take the focus away. */
export const methodsTemplate = <Choice extends string>(
  methods: readonly Method<Choice>[],
  {
    label,
    busy,
    choose,
  }: { readonly label: string; readonly busy: boolean; readonly choose: (choice: Choice) => void },
): unknown =>
  html`<ul data-auth="methods" role="list" aria-label=${label}>
    ${methods.map(
      (method) =>
        html`<li>
          <button
            data-auth="button method"
            type="button"
            aria-disabled=${busy ? 'true' : 'false'}
            @click=${() => choose(method.choice)}
          >
            ${method.label}
          </button>
        </li>`,
    )}
  </ul>`;
