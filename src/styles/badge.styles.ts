import { css } from 'lit';

/** A word about a button or a field. On the edge of a button, so that what the button says keeps its place. */
export const badgeStyles = css`
  [data-auth]:not(_) {
    &:where([data-auth~='badge']) {
      padding: 0 0.625em;
      border: var(--_line) solid var(--_edge);
      border-radius: 1em;
      color: var(--_text);
      background: var(--_surface);
      font-size: 0.6875rem;
      font-weight: 600;
      line-height: 1.4;
      white-space: nowrap;
    }
    &:where(button, li):where(:has(> [data-auth~='badge'])) {
      position: relative;
    }
    &:where(:is(button, li) > [data-auth~='badge']) {
      position: absolute;
      inset-block-start: -0.85em;
      inset-inline-end: 1em;
      pointer-events: none;
    }
    /* A label of two lines has room below it. */
    &:where(button:has(> [data-auth~='badge'])) {
      padding-block: 0.625rem;
    }
    &:where([data-auth~='field'] > [data-auth~='badge']) {
      grid-area: 1 / 2;
      align-self: center;
    }
  }
`;
