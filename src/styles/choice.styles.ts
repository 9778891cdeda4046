import { css } from 'lit';

/** Things to choose from, one of which holds. */
export const choiceStyles = css`
  [data-auth]:not(_) {
    &:where([data-auth~='choices']) {
      display: grid;
      gap: calc(var(--_space) * 0.625);
    }
    &:where([data-auth~='choice']) {
      display: flex;
      gap: 0.75em;
      align-items: center;
      min-block-size: var(--auth-input-height, 2.875rem);
      padding: 0 0.875rem;
      border: var(--_line) solid var(--auth-input-border-color, var(--_edge));
      border-radius: var(--auth-input-radius, var(--_radius));
      background: var(--auth-input-background, var(--_surface));
      cursor: pointer;
    }
    &:where([data-auth~='choice']):where(:hover, :has(:checked)) {
      border-color: var(--_text);
    }
    &:where([data-auth~='choice']:has(:checked)) {
      background: var(--_tint);
    }
    &:where([data-auth~='choice']:has(:focus-visible)) {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }
    &:where([data-auth~='radio']) {
      flex: none;
      inline-size: 1.125em;
      block-size: 1.125em;
      accent-color: var(--_primary);
      outline: none;
    }
  }
`;
