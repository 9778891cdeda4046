import { css } from 'lit';

/** What a form has later or only on some screens: errors, a code. */
export const detailStyles = css`
  @layer auth {
    /* Where there are only buttons, and nothing is wrong. */
    :where([data-auth~='form']:not(:has(> *))) {
      display: none;
    }
    :where([data-auth~='code']) {
      font:
        500 var(--auth-code-size, 1.5rem) / 1 ui-monospace,
        monospace;
      letter-spacing: 0.4em;
      min-block-size: 3.5rem;
      text-align: center;
      padding-inline-end: 0.475rem;
    }
    :where([data-auth~='error']) {
      color: var(--_danger);
    }
    :where([data-auth~='alert'], [data-auth~='status']) {
      padding: 0.75em 0.875em;
      border-radius: var(--_radius);
      border: var(--_line) solid;
      color: var(--_danger);
      background: color-mix(in oklab, currentcolor 9%, var(--_surface));
      border-color: color-mix(in oklab, currentcolor 30%, var(--_surface));
      &:empty {
        display: none;
      }
    }
    :where([data-auth~='status']) {
      color: var(--_success);
    }
    :where([data-auth~='spinner']) {
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
    :where([data-auth~='footer']:has(> [data-auth~='link'] + [data-auth~='link'])) {
      column-gap: 1.5em;
    }
    @media (prefers-reduced-motion) {
      :where([data-auth~='spinner']) {
        animation-duration: 0s, 4s;
      }
    }
    @media (forced-colors: active) {
      /* Where there is no red, a wider line. */
      :where([data-auth~='input'][aria-invalid='true'], [data-auth~='alert']) {
        border-width: 3px;
      }
    }
  }
`;
