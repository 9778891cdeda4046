import { css } from 'lit';

/** A line between two groups of ways to go on, with a word in it. */
export const dividerStyles = css`
  [data-auth]:not(_) {
    &:where([data-auth~='divider']) {
      display: flex;
      gap: var(--_space);
      align-items: center;
      color: var(--_muted);
      font-size: 0.9333em;
      &::before,
      &::after {
        content: '';
        flex: 1;
        border-block-start: var(--_line) solid var(--_border);
      }
    }
  }
`;
