import { html, nothing, svg } from 'lit';
import type { Text } from '../../text/text.js';
import type { Field } from './fields.js';

/** How one field looks at this moment. */
export interface FieldView {
  readonly field: Field;
  /** Unique in the page. */
  readonly id: string;
  readonly text: Text;
  readonly value?: string | undefined;
  readonly error?: string | undefined;
  /** Below the input, described by its `id`. */
  readonly hint?: { readonly id: string; readonly content: unknown } | undefined;
  /** A link beside the label. */
  readonly link?: unknown;
  /** Whether it has the focus when the page, or a dialog around it, is opened. */
  readonly autofocus?: boolean;
  /** A password is readable. */
  readonly shown?: boolean;
  readonly toggle?: () => void;
  /** Called when the user has changed the value. */
  readonly edit?: () => void;
  /** Before the input, in the same row. */
  readonly before?: unknown;
  /** Whether the value is a number, which runs from left to right in every script. */
  readonly isNumber?: boolean;
  /** More that describes the input, by id. */
  readonly describedBy?: string | undefined;
}

/** What a field is called. */
export const labelOf = (field: Field, text: Text): string =>
  field.label ?? text.label(field.labelKey ?? field.name) ?? field.name;

const eye = (
  shown: boolean,
) => svg`<svg data-auth aria-hidden="true" width="20" height="20" viewBox="0 0 24 24" fill="none"
  stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"><path data-auth
  d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"></path><circle data-auth cx="12" cy="12" r="3"></circle>${
    shown ? svg`<path data-auth d="m4 20 16-16"></path>` : nothing
  }</svg>`;

const INPUT_TYPE: Partial<Readonly<Record<NonNullable<Field['type']>, string>>> = {
  code: 'text',
  contact: 'text',
  identifier: 'text',
};

/** Label, input and what belongs to it, as plain elements of the page. */
export function fieldTemplate(view: FieldView): unknown {
  const { field, id, text, error, hint, shown = false } = view;
  const { type = 'text', required = false } = field;
  const label = labelOf(field, text);
  // An input named `reset` or `insertBefore` would hide that member of its form, from Lit too.
  const name = field.name in HTMLFormElement.prototype ? nothing : field.name;
  const secret = type === 'password' || type === 'code';
  const typed = secret || type === 'email' || field.name === 'username';
  const described = [error && `${id}-error`, view.describedBy, hint?.id].filter(Boolean).join(' ');
  return html`<div data-auth="field">
    <label data-auth="label" for=${id}>${required ? label : text.t('field.optional', { label })}</label>
    <div data-auth="control">
      ${view.before ?? nothing}
      <input
        data-auth=${type === 'code' ? 'input code' : 'input'}
        id=${id}
        name=${name}
        dir=${view.isNumber ? 'ltr' : 'auto'}
        ?autofocus=${view.autofocus}
        type=${type === 'password' && shown ? 'text' : (INPUT_TYPE[type] ?? type)}
        autocomplete=${field.autocomplete ?? 'off'}
        inputmode=${field.inputmode ?? nothing}
        enterkeyhint=${field.enterkeyhint ?? 'next'}
        autocapitalize=${typed ? 'none' : nothing}
        autocorrect=${typed ? 'off' : nothing}
        spellcheck=${typed ? 'false' : nothing}
        placeholder=${field.placeholder ?? nothing}
        value=${secret ? nothing : (view.value ?? field.value ?? nothing)}
        aria-required=${required ? 'true' : nothing}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${described || nothing}
        @input=${view.edit}
      />
      ${
        type === 'password'
          ? html`<button
              data-auth="password-toggle"
              type="button"
              aria-label=${text.t('password.show')}
              aria-pressed=${shown ? 'true' : 'false'}
              aria-controls=${id}
              @click=${view.toggle}
            >
              ${eye(shown)}
            </button>`
          : nothing
      }
    </div>
    ${view.link ?? nothing} ${hint?.content ?? nothing}
    ${error ? html`<p data-auth="error" id="${id}-error">${error}</p>` : nothing}
  </div>`;
}
