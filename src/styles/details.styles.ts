import { css } from 'lit';
import { olderBrowserStyles } from './older-browsers.styles.js';

/**
 * What a form has later or only on some screens: what shows that it is used, errors, good news, a code. Loaded when the form
 * is painted.
 */
export const detailStyles = css`
  [data-auth]:not(_) {
    --_success: var(--auth-color-success, light-dark(#0f6b45, #74d9a5));

    &:where([data-auth~='code']) {
      font:
        500 var(--auth-code-size, 1.5rem) / 1 ui-monospace,
        monospace;
      letter-spacing: 0.4em;
      min-block-size: 3.5rem;
      text-align: center;
      --_end: 0.475rem;
    }
    &:where([data-auth~='input'], [data-auth~='submit'], [data-auth~='button']) {
      transition: var(--_duration) ease-out;
      transition-property: background, border-color, box-shadow;
    }
    &:where([data-auth~='input'])::placeholder {
      color: var(--_muted);
    }
    &:where([data-auth~='submit'], [data-auth~='button'], [data-auth~='link'], [data-auth~='password-toggle']) {
      cursor: pointer;
    }
    &:where([data-auth~='input']:not(:focus), [data-auth~='button']):where(:hover) {
      border-color: var(--_text);
    }
    &:where([data-auth~='button']:hover) {
      background: var(--_tint);
    }
    &:where([data-auth~='submit']:hover) {
      background: color-mix(in oklab, var(--auth-button-background, var(--_primary)) 88%, var(--_text));
    }
    &:where(:not([data-auth~='input'], [data-auth~='radio'])):where(:focus-visible) {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }
    /* Weighs more: Bootstrap gives buttons that are not disabled another one. */
    &[aria-disabled='true'] {
      cursor: progress;
    }
    &:where([data-auth~='link']:hover) {
      text-decoration-color: currentcolor;
    }
    &:where([data-auth~='password-toggle'][aria-pressed='true']) {
      color: var(--_link);
    }
    &:where([data-auth~='hint'], [data-auth~='error'], [data-auth~='countdown']) {
      color: var(--_muted);
      font-size: 0.9333em;
    }
    &:where([data-auth~='error']) {
      color: var(--_danger);
    }
    &:where([data-auth~='input'][aria-invalid='true']:not(:focus)) {
      border-color: var(--_danger);
    }
    /* Weighs more: Pico has an icon in such fields, and room for it that is important. */
    &[data-auth~='input'][aria-invalid='true'] {
      padding-inline: 0.875rem var(--_end, 0.875rem) !important;
      background-image: none;
    }
    &:where([data-auth~='alert'], [data-auth~='status']) {
      padding: 0.75em 0.875em;
      border-radius: var(--_radius);
      border: var(--_line) solid;
      color: var(--_danger);
      background: color-mix(in oklab, currentcolor 9%, var(--_surface));
      border-color: color-mix(in oklab, currentcolor 30%, var(--_surface));
    }
    &:where([data-auth~='status']) {
      color: var(--_success);
    }
    &:where([data-auth~='alert'], [data-auth~='status']):where(:empty) {
      display: none;
    }
    /* Styled now, see formStyles. */
    &:where([data-auth~='alert'], [data-auth~='status'], [data-auth~='error'], [data-auth~='hint']) {
      animation: none;
    }
    &:where([data-auth~='spinner']) {
      inline-size: 1em;
      block-size: 1em;
      border: 2px solid;
      /* Nothing is transparent in forced colors: dots show that it turns. */
      border-inline-end: 2px dotted transparent;
      border-radius: 50%;
      /* Fast answers show no spinner at all. */
      animation:
        auth-appear 0s 0.15s backwards,
        auth-spin 0.8s linear infinite;
    }
    &:where([data-auth~='footer']:has(> [data-auth~='link'] + [data-auth~='link'])) {
      column-gap: 1.5em;
    }
    @media (prefers-reduced-motion) {
      transition: none;
      &:where([data-auth~='spinner']) {
        animation-duration: 0s, 4s;
      }
    }
    @media (forced-colors: active) {
      /* Where there is no red, a wider line. */
      &:where([data-auth~='input'][aria-invalid='true'], [data-auth~='alert']) {
        border-width: 3px;
      }
    }
  }
  @keyframes auth-appear {
    from {
      visibility: hidden;
    }
  }
  @keyframes auth-spin {
    to {
      rotate: 1turn;
    }
  }
  ${olderBrowserStyles}
`;
