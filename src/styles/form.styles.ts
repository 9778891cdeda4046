import { css } from 'lit';

/**
 * The forms, in light DOM. In a layer and without specificity, so that any rule of the page wins. Adopted once by each
 * root that holds a form.
 */
export const formStyles = css`
  @layer auth {
    :where([data-auth]) {
      box-sizing: border-box;
      margin: 0;
      font: inherit;
      letter-spacing: normal;
    }
    :where([data-auth~='form'], [data-auth~='actions']) {
      display: grid;
      gap: calc(var(--_space) * 1.125);
      font-size: 0.9375em;
    }
    :where([data-auth~='federated']) {
      display: grid;
      gap: calc(var(--_space) * 0.75);
      &:not(:defined) {
        visibility: hidden;
      }
    }
    :where([data-auth~='field']) {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: calc(var(--_space) * 0.375) var(--_space);
      > * {
        grid-column: 1 / -1;
      }
      > [data-auth~='label'] {
        grid-column: 1;
        align-self: baseline;
        font-weight: 550;
      }
      /* A link beside the label comes after the input for those who tab, and before it for those who look. */
      > [data-auth~='link'] {
        grid-area: 1 / 2;
        align-self: baseline;
      }
    }
    :where([data-auth~='control']) {
      display: grid;
      > * {
        grid-area: 1 / 1;
      }
      &:has(button) > input {
        padding-inline-end: 3rem;
      }
    }
    :where([data-auth~='input'], [data-auth~='submit'], [data-auth~='button']) {
      inline-size: 100%;
      min-block-size: var(--auth-input-height, 2.875rem);
      padding: 0 0.875rem;
      border: var(--_line) solid var(--auth-input-border-color, var(--_edge));
      border-radius: var(--auth-input-radius, var(--_radius));
      color: var(--auth-input-color, var(--_text));
      background: var(--auth-input-background, var(--_surface));
      font-size: max(1rem, 16px);
      transition: var(--_duration) ease-out;
      transition-property: background, border-color, box-shadow;
      &:hover {
        border-color: var(--_text);
      }
      &[aria-invalid='true'] {
        border-color: var(--_danger);
      }
    }
    :where([data-auth~='input']) {
      &::placeholder {
        color: var(--_muted);
      }
      &:focus {
        outline: 2px solid var(--_focus);
        outline-offset: -1px;
        border-color: transparent;
        box-shadow: 0 0 0 0.25rem color-mix(in oklab, var(--_focus) 18%, transparent);
      }
    }
    :where([data-auth~='submit'], [data-auth~='button']) {
      display: inline-flex;
      gap: 0.625em;
      align-items: center;
      justify-content: center;
      min-block-size: var(--auth-button-height, 2.875rem);
      border-radius: var(--auth-button-radius, var(--_radius));
      padding-block: 0.375rem;
      font-weight: 600;
      text-align: center;
      cursor: pointer;
      text-decoration: none;
      &:hover {
        background: var(--_tint);
      }
    }
    :where([data-auth~='submit']) {
      color: var(--auth-button-color, var(--_on-primary));
      background: var(--auth-button-background, var(--_primary));
      border-color: transparent;
      &:hover {
        background: color-mix(in oklab, var(--auth-button-background, var(--_primary)) 88%, var(--_text));
        border-color: transparent;
      }
      &[aria-disabled='true'] {
        cursor: progress;
      }
    }
    :where([data-auth~='link'], [data-auth~='password-toggle']) {
      padding: 0.125em 0;
      border: 0;
      border-radius: calc(var(--_radius) / 2);
      color: var(--_link);
      background: none;
      font-weight: 500;
      cursor: pointer;
      text-align: start;
      text-decoration: underline color-mix(in oklab, currentcolor 35%, transparent);
      text-underline-offset: 0.25em;
      &:hover {
        text-decoration-color: currentcolor;
      }
      &[aria-disabled='true'] {
        color: var(--_muted);
        cursor: default;
        text-decoration: none;
      }
    }
    :where([data-auth~='password-toggle']) {
      display: grid;
      place-items: center;
      justify-self: end;
      inline-size: 3rem;
      color: var(--_muted);
      &[aria-pressed='true'] {
        color: var(--_link);
      }
    }
    :where(
      [data-auth~='link'],
      [data-auth~='password-toggle'],
      [data-auth~='button'],
      [data-auth~='submit'],
      [data-auth~='alert']
    ):focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }
    :where([data-auth~='hint'], [data-auth~='error'], [data-auth~='countdown'], [data-auth~='footer']) {
      color: var(--_muted);
      font-size: 0.9333em;
    }
    :where([data-auth~='footer']) {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 0.5em;
      align-items: center;
      justify-content: center;
      text-align: center;
    }
    @media (pointer: coarse) {
      :where([data-auth~='link'], [data-auth~='password-toggle']) {
        min-block-size: 44px;
        min-inline-size: 44px;
      }
    }
    @media (prefers-reduced-motion) {
      :where([data-auth]) {
        transition: none;
      }
    }
  }
`;
