import { css } from 'lit';

/** Actions beside each other. */
export const barStyles = css`
  [data-auth]:not(_) {
    &:where([data-auth~='bar']) {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 0.75) var(--_space);
      align-items: center;
      text-align: center;
    }
  }
`;
