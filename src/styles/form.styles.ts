import { css } from 'lit';

/** The fields, buttons and links of a form, in light DOM: what it has when it is first painted. */
export const formStyles = css`
  [data-auth]:not(_) {
    &:where([data-auth~='form'], [data-auth~='actions']) {
      display: grid;
      gap: calc(var(--_space) * 1.125);
      font-size: 0.9375em;
    }
    /* Where there are only buttons, and nothing is wrong. */
    &:where([data-auth~='form']:not(:has(> *))) {
      display: none;
    }
    &:where([data-auth~='federated']) {
      display: grid;
      gap: calc(var(--_space) * 0.75);
      font: inherit;
    }
    &:where([data-auth~='federated']:not(:defined)) {
      visibility: hidden;
    }
    &:where([data-auth~='field']) {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: calc(var(--_space) * 0.375) var(--_space);
    }
    &:where([data-auth~='field'] > *) {
      grid-column: 1 / -1;
    }
    &:where([data-auth~='label']) {
      grid-column: 1;
      align-self: baseline;
      font-weight: 550;
    }
    &:where([data-auth~='control']) {
      display: grid;
    }
    &:where([data-auth~='control'] > *) {
      grid-area: 1 / 1;
    }
    &:where([data-auth~='input'], [data-auth~='submit'], [data-auth~='button']) {
      inline-size: 100%;
      min-block-size: var(--auth-input-height, 2.875rem);
      padding: 0 var(--_end, 0.875rem) 0 0.875rem;
      border: var(--_line) solid var(--auth-input-border-color, var(--_edge));
      border-radius: var(--auth-input-radius, var(--_radius));
      color: var(--auth-input-color, var(--_text));
      background: var(--auth-input-background, var(--_surface));
      font-size: max(1rem, 16px);
    }
    &:where([data-auth~='control']:has(button) > input) {
      --_end: 3rem;
    }
    &:where([data-auth~='input']:focus) {
      outline: 2px solid var(--_focus);
      outline-offset: -1px;
      border-color: transparent;
      box-shadow: 0 0 0 0.25rem color-mix(in oklab, var(--_focus) 18%, transparent);
    }
    &:where([data-auth~='submit'], [data-auth~='button']) {
      display: inline-flex;
      gap: 0.625em;
      align-items: center;
      justify-content: center;
      min-block-size: var(--auth-button-height, 2.875rem);
      border-radius: var(--auth-button-radius, var(--_radius));
      padding-block: 0.375rem;
      font-weight: 600;
      text-align: center;
      text-decoration: none;
    }
    &:where([data-auth~='submit']) {
      color: var(--auth-button-color, var(--_on-primary));
      background: var(--auth-button-background, var(--_primary));
      border-color: transparent;
    }
    &:where([data-auth~='link'], [data-auth~='password-toggle']) {
      min-block-size: 1.75em;
      border: 0;
      border-radius: calc(var(--_radius) / 2);
      color: var(--_link);
      background: none;
      font-weight: 500;
      text-align: start;
      text-decoration: underline;
      text-decoration-color: color-mix(in oklab, currentcolor 35%, transparent);
      text-underline-offset: 0.25em;
    }
    /* A link beside the label comes after the input for those who tab, and before it for those who look. */
    &:where([data-auth~='field'] > [data-auth~='link']) {
      grid-area: 1 / 2;
      align-self: baseline;
    }
    &:where([data-auth~='password-toggle']) {
      display: grid;
      place-items: center;
      justify-self: end;
      inline-size: 3rem;
      color: var(--_muted);
    }
    &:where([data-auth~='footer']) {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 0.5em;
      align-items: center;
      justify-content: center;
      color: var(--_muted);
      font-size: 0.9333em;
      text-align: center;
    }
    /* Not before they are styled: by a sheet that is loaded, which does not take long, or does not come at all. */
    &:where([data-auth~='alert'], [data-auth~='status'], [data-auth~='error'], [data-auth~='hint']) {
      animation: auth-await 0s 1s backwards;
    }
    @media (pointer: coarse) {
      &:where([data-auth~='link'], [data-auth~='password-toggle']) {
        min-block-size: 44px;
        min-inline-size: 44px;
      }
    }
  }
  @keyframes auth-await {
    from {
      opacity: 0;
    }
  }
`;
